import type { CatalogWriter, RowResult } from '../openmetadata/catalog-writer.ts';
import { writeEach } from '../openmetadata/write-each.ts';
import type { Unwritten } from './apply-entities.ts';
import type { UsagePlan, UsageStep } from './plan.ts';
import { attempt, Interrupted, type Recorder } from './recorder.ts';

/**
 * Records the views of dashboards: the memory first, then the count that it belongs to. A failure is that of one dashboard, and the next
 * run makes it up; what the token may not do is tried once and not for every dashboard.
 */
export async function applyUsage(
  plan: UsagePlan | null,
  writer: CatalogWriter,
  recorder: Recorder,
  { failed }: Unwritten,
  onDone: (done: number, total: number) => void,
): Promise<void> {
  const steps = plan?.steps ?? [];
  const date = plan?.date ?? '';
  let refused: RowResult | null = null;
  let done = 0;
  const record = async ({ fqn, id, count, mark }: UsageStep): Promise<RowResult> => {
    if (refused !== null) return refused;
    // Its mark has the memory, or should have: without it the count would be counted twice.
    if (failed.has(`dashboard:${fqn}`)) return { ok: false, error: NOT_WRITTEN, status: null };
    return attempt(async () => {
      if (mark !== null && id !== null)
        await writer.patchEntity('dashboard', id, [{ op: 'replace', path: '/sourceHash', value: mark }]);
      if (count !== null) await writer.setUsage(fqn, date, count);
    });
  };
  await writeEach(steps, async (step) => {
    const result = await record(step);
    recorder.add('usage', { kind: 'usage', fqn: step.fqn }, result);
    if (!result.ok && result.status === 401) throw new Interrupted();
    if (!result.ok && result.status === 403) refused = result;
    done += 1;
    onDone(done, steps.length);
  });
}

const NOT_WRITTEN = 'The dashboard could not be written; the next run counts its views.';
