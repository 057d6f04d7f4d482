import { type Expression, expressions, identifier, list } from '../ast/node.ts';

/** The variables of a DECLARE: `DECLARE a, b DATE DEFAULT …`. */
export function declaredBy({ kind, body }: Expression): readonly string[] {
  if (kind !== 'declare') return [];
  return expressions(body, 'expressions').flatMap(({ body: item }) =>
    [identifier(item.this), ...list(item, 'additional_names').map(identifier)].filter(
      (name) => name !== null,
    ),
  );
}
