/** Edits a share of the reports, spread over the workspace: another name, and another text in their first query. Returns how many. */
export function changeReports(workspace, share) {
  const reports = workspace.collections.flatMap(({ reports }) => reports);
  const step = Math.max(1, Math.round(1 / share));
  const changed = reports.filter((_, index) => index % step === 0);
  for (const report of changed) {
    report.name = `${report.name}, edited`;
    report.editedAt = '2026-06-01T12:00:00Z';
    report.lastSavedAt = report.editedAt;
    const [query] = report.queries;
    if (query !== undefined) query.sql = `${query.sql}\nORDER BY 1`;
  }
  return changed.length;
}
