/** How far a stage has come. */
export interface Stage {
  readonly name: string;
  readonly done: number;
  /** Null while it is not known. */
  readonly total: number | null;
  /** Milliseconds since the stage began. */
  readonly elapsedMs: number;
}

/** An estimate from less than this says nothing. */
const TOO_EARLY_MS = 2_000;

/** The stages that are under way; several may be. */
export function createStages(now: () => number) {
  const begun = new Map<string, number>();
  const running = new Map<string, Stage>();
  const toldAt = new Map<string, number>();
  return {
    /** Takes note; the stage as it stands now. A stage whose parts are all done is no longer under way. */
    note(name: string, done: number, total: number | null): Stage {
      const since = begun.get(name) ?? now();
      if (!begun.has(name)) toldAt.delete(name);
      begun.set(name, since);
      const stage = { name, done, total, elapsedMs: now() - since };
      if (isOver(stage)) {
        running.delete(name);
        begun.delete(name);
      } else running.set(name, stage);
      return stage;
    },
    /** Whether it is time to tell about the stage: so long after its beginning, or after the last time. */
    isDue({ name, elapsedMs }: Stage, everyMs: number): boolean {
      const since = toldAt.get(name) ?? now() - elapsedMs;
      if (now() - since < everyMs) return false;
      toldAt.set(name, now());
      return true;
    },
    running: (): readonly Stage[] => [...running.values()],
    clear(): void {
      begun.clear();
      running.clear();
      toldAt.clear();
    },
  };
}

const isOver = ({ done, total }: Stage): boolean => total !== null && done >= total;

/** `Reports 120/900, about 2 min left`. */
export function describeStage(stage: Stage): string {
  const { name, done, total } = stage;
  if (total === null) return `${name} ${done}`;
  const left = timeLeft(stage);
  return `${name} ${done}/${total}${left === null ? '' : `, about ${left} left`}`;
}

function timeLeft({ done, total, elapsedMs }: Stage): string | null {
  if (total === null || done === 0 || done >= total || elapsedMs < TOO_EARLY_MS) return null;
  const seconds = Math.ceil(((elapsedMs / done) * (total - done)) / 1000);
  return seconds < 100 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}
