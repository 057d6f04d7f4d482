const UUID = /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/g;
const CURSORS: ReadonlySet<string> = new Set(['after', 'before']);

/** Recorded ids and paging cursors → those of the stand-in, learnt where they first appear in an answer. */
export interface IdMap {
  learn(recorded: unknown, actual: unknown): void;
  /** A recorded text with every known id replaced. */
  translate(text: string): string;
}

export function createIdMap(): IdMap {
  const known = new Map<string, string>();
  const map: IdMap = {
    learn(recorded, actual) {
      if (Array.isArray(recorded) && Array.isArray(actual)) {
        recorded.forEach((item, index) => void map.learn(item, actual[index]));
      } else if (isRecord(recorded) && isRecord(actual)) {
        for (const [key, value] of Object.entries(recorded)) {
          const other = actual[key];
          if (typeof value !== 'string') map.learn(value, other);
          else if (typeof other === 'string' && (value.match(UUID)?.[0] === value || CURSORS.has(key)))
            if (!known.has(value)) known.set(value, other);
        }
      }
    },
    translate(text) {
      const ids = text.replace(UUID, (id) => known.get(id) ?? id);
      return ids.replace(/(?<=(?:after|before)=)\w+/g, (cursor) => known.get(cursor) ?? cursor);
    },
  };
  return map;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
