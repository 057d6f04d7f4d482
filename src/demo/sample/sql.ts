/** SQL as its author wrote it, without the indentation of the file that it stands in; backslashes stay. */
export function sql(text: TemplateStringsArray): string {
  const lines = (text.raw[0] ?? '').replace(/^\n/, '').trimEnd().split('\n');
  const margins = lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/));
  const margin = Math.min(...margins);
  return lines.map((line) => line.slice(margin)).join('\n');
}
