import { HttpError } from '../http/http-error.ts';

/** Which type to give to new data models: the best that the server was not seen to refuse. */
export interface DataModelTypes {
  readonly current: string;
  /** Takes note of a refusal. True when it was about this type and there is another one to try. */
  refused(type: string, error: unknown): boolean;
}

/** `types` are those that a server of its version may know, best first. */
export function createDataModelTypes(types: readonly string[]): DataModelTypes {
  let index = 0;
  const current = () => types[index] ?? 'SupersetDataModel';
  return {
    get current() {
      return current();
    },
    refused(type, error) {
      if (!isAboutTheType(error)) return false;
      // Requests run side by side: another may have moved on already.
      if (type === current() && index < types.length - 1) index += 1;
      return type !== current();
    },
  };
}

/** An unknown type is a 400 whose text names the enum (1.12.6). */
const isAboutTheType = (error: unknown): boolean =>
  error instanceof HttpError && error.status === 400 && /dataModelType/i.test(error.serverMessage ?? '');
