/** A function that makes rows of its arguments, and the columns that it gives when nobody names them. */
export interface RowFunction {
  readonly columns: readonly string[];
  /** Columns that count or number the rows, and so are made from nothing. */
  readonly counts: readonly string[];
  /** True when its one column is called by the alias, as in `unnest(xs) AS x`. */
  readonly byAlias: boolean;
}

const gives = (columns: string, { counts = '', byAlias = false } = {}): RowFunction => ({
  columns: columns === '' ? [] : columns.split(' '),
  counts: counts === '' ? [] : counts.split(' '),
  byAlias,
});

const ELEMENT = gives('', { byAlias: true });
const FLATTEN = gives('seq key path index value this', { counts: 'seq' });
const KEY_VALUE = gives('key value');
const VALUE = gives('value', { byAlias: true });
const EXPLODE = gives('col');
const POSEXPLODE = gives('pos col', { counts: 'pos' });
/** ClickHouse's `numbers(10)`. */
const NUMBER = gives('number', { counts: 'number' });
const UNNAMED = gives('');

/** By name in lower case. Other functions give columns of their own, that say nothing about their arguments. */
const ROW_FUNCTIONS: ReadonlyMap<string, RowFunction> = new Map([
  ['unnest', ELEMENT],
  ['generate_series', ELEMENT],
  ['generate_subscripts', ELEMENT],
  ['regexp_split_to_table', ELEMENT],
  ['regexp_matches', ELEMENT],
  ['string_to_table', ELEMENT],
  ['jsonb_object_keys', ELEMENT],
  ['json_object_keys', ELEMENT],
  ['jsonb_path_query', ELEMENT],
  ['json_array_elements', VALUE],
  ['jsonb_array_elements', VALUE],
  ['json_array_elements_text', VALUE],
  ['jsonb_array_elements_text', VALUE],
  ['json_each', KEY_VALUE],
  ['jsonb_each', KEY_VALUE],
  ['json_each_text', KEY_VALUE],
  ['jsonb_each_text', KEY_VALUE],
  ['each', KEY_VALUE],
  ['jsonb_to_record', UNNAMED],
  ['json_to_record', UNNAMED],
  ['jsonb_to_recordset', UNNAMED],
  ['json_to_recordset', UNNAMED],
  ['jsonb_populate_record', UNNAMED],
  ['jsonb_populate_recordset', UNNAMED],
  ['flatten', FLATTEN],
  ['split_to_table', gives('seq index value', { counts: 'seq index' })],
  ['strtok_split_to_table', gives('seq index value', { counts: 'seq index' })],
  ['string_split', gives('value ordinal', { counts: 'ordinal' })],
  ['open_j_s_o_n', gives('key value type')],
  ['openjson', gives('key value type')],
  ['explode', EXPLODE],
  ['explode_outer', EXPLODE],
  ['posexplode', POSEXPLODE],
  ['posexplode_outer', POSEXPLODE],
  ['inline', UNNAMED],
  ['inline_outer', UNNAMED],
  ['stack', UNNAMED],
  ['json_tuple', gives('c0 c1 c2 c3 c4 c5 c6 c7')],
  ['parse_url_tuple', gives('c0 c1 c2 c3 c4 c5 c6 c7')],
  ['variant_explode', gives('pos key value', { counts: 'pos' })],
  ['variant_explode_outer', gives('pos key value', { counts: 'pos' })],
  ['j_s_o_n_table', UNNAMED],
  ['x_m_l_table', UNNAMED],
  ['arrayjoin', ELEMENT],
  ['numbers', NUMBER],
  ['numbers_mt', NUMBER],
]);

export const rowFunction = (name: string): RowFunction | undefined => ROW_FUNCTIONS.get(name.toLowerCase());
