import { type ConfigNode, nodeAt, type Path, type Place } from './document/config-node.ts';
import { locate } from './document/locate.ts';
import { pathText } from './remark.ts';
import { SERVICE_KEYS, SERVICES_SECTION } from './schema/service-keys.ts';

/** A text of the file that only a run can tell more of, such as a pattern that matches nothing, and where it stands. */
export interface PlacedText {
  /** As people write it: `source.sourceConfig.config.chartFilterPattern.includes[0]`. */
  readonly path: string;
  readonly text: string;
  readonly at: Place | null;
}

const METADATA: Path = ['source', 'sourceConfig', 'config'];
const FILTERS = [
  'dashboardFilterPattern',
  'chartFilterPattern',
  'dataModelFilterPattern',
  'projectFilterPattern',
];

/** The filter patterns and database services of a file, in their order. */
export function placedTexts(root: ConfigNode): readonly PlacedText[] {
  const patterns = FILTERS.flatMap((filter) => [
    [...METADATA, filter, 'includes'],
    [...METADATA, filter, 'excludes'],
  ]);
  const services = [METADATA, [...METADATA, SERVICES_SECTION]].flatMap((section) =>
    SERVICE_KEYS.map((key) => [...section, key]),
  );
  return [...patterns, ...services].flatMap((path) => textsBelow(root, path));
}

function textsBelow(root: ConfigNode, path: Path): readonly PlacedText[] {
  const node = nodeAt(root, path);
  // A list of one may be written without its brackets.
  if (node?.kind === 'list') return node.items.flatMap((_, index) => textsBelow(root, [...path, index]));
  if (node?.kind !== 'scalar' || node.value === null) return [];
  return [{ path: pathText(path), text: String(node.value), at: locate(root, path) }];
}
