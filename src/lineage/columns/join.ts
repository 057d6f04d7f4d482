import { child, type Expression, expressions, identifiers, text } from '../ast/node.ts';
import type { AstNode } from '../parser/sql-parser.ts';
import { callingOf, NO_CALLING, pathOfAlias } from './calling.ts';
import type { Engine } from './engine.ts';
import { arrayJoin } from './lateral-view.ts';
import { pivotedShape } from './pivot.ts';
import { derivedRelation, type Relation } from './relation.ts';
import type { Merged, Scope } from './scope.ts';
import { CERTAINTY, isHole, renamed } from './shape.ts';
import { unpivotedShape } from './unpivot.ts';

/** Brings what a JOIN adds into scope. */
export function readJoin(engine: Engine, join: AstNode, scope: Scope): void {
  const joinedTo = child(join, 'this');
  if (joinedTo === null) return;
  const kind = (text(join, 'kind') ?? '').toLowerCase();
  if (kind.endsWith('array')) {
    arrayJoin(engine, joinedTo, scope);
    return;
  }
  // The right side of a semi join only filters.
  if (/^(?:left)?(?:semi|anti)$/.test(kind)) return;
  const before = scope.relations.length;
  engine.relation(joinedTo, scope, NO_CALLING);
  const left = scope.relations.slice(0, before);
  const right = scope.relations.slice(before);
  if (/^right(?:semi|anti)$/.test(kind)) scope.relations.splice(0, before);
  const using = kind.startsWith('natural') ? common(left, right) : identifiers(join, 'using');
  if (using.length > 0) scope.merged = merge(scope.merged, using, left, right);
  for (const turned of expressions(join, 'pivots')) turnAll(engine, turned, scope);
}

/** A PIVOT behind a join turns all that is joined before it. */
function turnAll(engine: Engine, { kind, body }: Expression, scope: Scope): void {
  const inner = { ...scope, relations: [...scope.relations] };
  const calling = callingOf(body, NO_CALLING);
  const shapeOf = kind === 'unpivot' ? unpivotedShape : pivotedShape;
  const shape = renamed(shapeOf(engine, body, inner, calling.columns.length), calling.columns);
  scope.merged = new Map();
  scope.relations.splice(0, scope.relations.length, derivedRelation(pathOfAlias(calling), shape));
}

/** The columns of USING become one each. */
function merge(
  merged: ReadonlyMap<string, Merged>,
  names: readonly string[],
  left: readonly Relation[],
  right: readonly Relation[],
): ReadonlyMap<string, Merged> {
  const made = new Map<string, Merged>();
  for (const name of names) {
    const key = name.toLowerCase();
    const before = merged.get(key)?.relations ?? having(left, name);
    made.set(key, { name, relations: [...before, ...having(right, name)] });
  }
  return new Map([...made, ...[...merged].filter(([key]) => !made.has(key))]);
}

/** The relation of several that has a column: the one that is known to, else the only one that may. */
function having(relations: readonly Relation[], name: string): readonly Relation[] {
  const found = relations.map((relation) => ({ relation, certainty: relation.find(name)?.certainty ?? -1 }));
  const most = Math.max(CERTAINTY.unlisted, ...found.map(({ certainty }) => certainty));
  const all = found.filter(({ certainty }) => certainty === most).map(({ relation }) => relation);
  return all.length === 1 ? all : [];
}

/** The names that both sides of a natural join are known to have. */
function common(left: readonly Relation[], right: readonly Relation[]): readonly string[] {
  const names = left.flatMap(({ shape }) => shape.map((item) => (isHole(item) ? null : item.name)));
  const has = (name: string): boolean => right.some((one) => one.find(name)?.certainty === CERTAINTY.known);
  return names.filter((name) => name !== null).filter(has);
}
