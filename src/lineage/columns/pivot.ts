import { asNode, child, type Expression, expressions, identifier, isNode, text } from '../ast/node.ts';
import type { Dialect } from '../dialect.ts';
import type { AstNode } from '../parser/sql-parser.ts';
import { columnNames } from './column-names.ts';
import type { Engine } from './engine.ts';
import { joined, NO_ORIGINS, type Origins } from './origins.ts';
import { outputName } from './output-name.ts';
import type { Scope } from './scope.ts';
import { CERTAINTY, type Field, findIn, type Hole, type Item, isListed, type Shape } from './shape.ts';
import { changedItems, starItems } from './star-items.ts';

/**
 * The columns of a PIVOT: those of its relation that neither an aggregate nor FOR uses, then one for each value of FOR and
 * each aggregate, made from what that aggregates. `inner` sees the relation; `names` is the length of its column list.
 */
export function pivotedShape(engine: Engine, body: AstNode, inner: Scope, names: number): Shape {
  if (body.unpivot === true) return unpivotedObject(engine, body, inner);
  const aggregates = expressions(body, 'expressions');
  const fields = expressions(body, 'fields');
  const used = columnNames([body.expressions, fields.map((field) => field.body.this)]);
  const kept = changedItems(starItems(inner), { left: used, replaced: new Map(), renamed: new Map() });
  const made = aggregates.map((one) => ({ name: aliasOf(one), origins: engine.value(one.body, inner) }));
  const values = combinations(fields.map((field) => valuesOf(field, engine.dialect)));
  if (values === null) return [...kept, ofAnyValue(joined(made.map(({ origins }) => origins)), kept)];
  const cells = values.flatMap((value) =>
    made.map((one) => cell(value, one, made.length > 1, engine.dialect)),
  );
  const listed = isListed(kept) ? kept : knownFromTheEnd(kept, names - cells.length);
  return [...listed, ...cells, ...otherNames(values, made, engine.dialect)];
}

interface Made {
  readonly name: string | null;
  readonly origins: Origins;
}

const aliasOf = ({ kind, body }: Expression): string | null =>
  kind === 'alias' ? identifier(body.alias) : null;

/** The values of `FOR column IN (…)` as names; null when they are not written. */
function valuesOf({ kind, body }: Expression, dialect: Dialect): readonly string[] | null {
  if (kind !== 'in') return null;
  const names = expressions(body, 'expressions').map((one) => valueName(one, dialect));
  const known = names.filter((name) => name !== null);
  return known.length === 0 || known.length < names.length ? null : known;
}

function valueName(value: Expression, dialect: Dialect): string | null {
  const { kind, body } = value;
  if (kind === 'pivot_alias' || kind === 'alias') return identifier(body.alias);
  if (kind === 'literal') return text(body, 'value');
  if (kind === 'boolean') return String(body.value === true);
  if (kind === 'null') return 'NULL';
  if (kind === 'neg') return isNode(body.this) ? `-${identifier(body.this) ?? ''}` : null;
  if (kind === 'tuple') {
    const parts = expressions(body, 'expressions').map((one) => valueName(one, dialect));
    return parts.includes(null) ? null : parts.join('_');
  }
  return outputName(value, dialect);
}

/** Every combination of the values of several FOR columns. */
function combinations(all: readonly (readonly string[] | null)[]): readonly string[] | null {
  let names: readonly string[] = [];
  for (const [index, values] of all.entries()) {
    if (values === null) return null;
    names = index === 0 ? values : names.flatMap((name) => values.map((value) => `${name}_${value}`));
  }
  return names.length === 0 ? null : names;
}

function cell(value: string, { name, origins }: Made, several: boolean, dialect: Dialect): Field {
  if (dialect === 'bigquery') return { name: name === null ? value : `${name}_${value}`, origins };
  const takesAlias = name !== null && (several || dialect === 'oracle' || dialect === 'redshift');
  return { name: takesAlias ? `${value}_${name}` : value, origins };
}

/** A cell may be asked for by a name that another version of the database makes of the same words. */
function otherNames(values: readonly string[], made: readonly Made[], dialect: Dialect): readonly Item[] {
  const names = new Map<string, Origins>();
  for (const value of values) {
    for (const { name, origins } of made) {
      if (name !== null) names.set(`${value}_${name}`.toLowerCase(), origins);
      if (made.length === 1) names.set(value.toLowerCase(), origins);
    }
  }
  if (dialect === 'bigquery' || dialect === 'tsql') return [];
  const find: Hole['find'] = (name) => {
    const origins = names.get(name.replace(/^'|'$/g, '').toLowerCase());
    return origins === undefined ? null : { certainty: CERTAINTY.possible, origins };
  };
  return [{ find }];
}

/** With values that only the data knows, every name that is not of the relation is a cell. */
const ofAnyValue = (origins: Origins, kept: Shape): Hole => ({
  find: (name) =>
    isListed(kept) && findIn(kept, name) === null ? { certainty: CERTAINTY.possible, origins } : null,
});

/** Of a relation whose columns are unknown, a column list still tells how many stand before the cells. */
const knownFromTheEnd = (kept: Shape, count: number): Shape =>
  count > 0 ? Array.from({ length: count }, () => ({ name: null, origins: NO_ORIGINS })) : kept;

/** Redshift's `UNPIVOT c.doc AS value AT key`. */
function unpivotedObject(engine: Engine, body: AstNode, inner: Scope): Shape {
  const subject = child(body, 'this');
  const origins = engine.value(subject === null ? null : asNode(subject), inner);
  const names = (identifier(body.alias) ?? '').split(/\s+AT\s+/i);
  return names.map((name) => ({ name, origins }));
}
