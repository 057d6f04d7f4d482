/** Builds the nested SELECTs that mean what the operators of a pipeline do, one after the other. */
export interface Pipeline {
  /** The FROM that it begins with; `name` is what its one relation is called. */
  begin(relations: string, name: string | null): void;
  /** The query that it begins with. */
  enclose(query: string): void;
  where(condition: string): void;
  select(items: string): void;
  extend(items: string): void;
  /** What changes all of the columns: `EXCEPT (a)`. */
  change(star: string): void;
  as(name: string): void;
  join(joined: string): void;
  turn(pivot: string): void;
  call(name: string, args: string, alias: string): void;
  combine(operator: string, queries: readonly string[]): void;
  with(list: string): void;
  text(): string;
}

/** `prefix` stands before the query; `hasWith` when it ends with a WITH list. */
export function createPipeline(prefix: string, hasWith: boolean): Pipeline {
  const withs: string[] = [];
  const conditions: string[] = [];
  let from = '';
  /** The query in brackets that `from` is, while it is nothing else. */
  let query: string | null = null;
  let name: string | null = null;
  /** All so far as one query. */
  const whole = (items = '*'): string => {
    if (query !== null && items === '*' && conditions.length === 0) return query;
    const where =
      conditions.length === 0 ? '' : ` WHERE ${conditions.map((one) => `(${one})`).join(' AND ')}`;
    return `SELECT ${items} FROM ${from}${where}`;
  };
  const become = (next: string): void => {
    from = `(${next})`;
    query = next;
    name = null;
    conditions.length = 0;
  };
  const follow = (more: string): void => {
    from += ` ${more}`;
    query = null;
    name = null;
  };
  return {
    begin: (relations, called) => {
      from = relations;
      name = called;
    },
    enclose: become,
    where: (condition) => void conditions.push(condition),
    select: (items) => become(whole(items)),
    extend: (items) => {
      // Beside the relations, so that their names stay in sight.
      const before = name;
      follow(`CROSS JOIN (SELECT ${items})`);
      name = before;
    },
    change: (star) => {
      const before = name;
      become(whole(`* ${star}`));
      if (before === null) return;
      follow(`AS ${before}`);
      name = before;
    },
    as: (called) => {
      if (query === null || conditions.length > 0) become(whole());
      follow(`AS ${called}`);
      name = called;
    },
    join: follow,
    turn: (pivot) => {
      become(whole());
      follow(pivot);
    },
    call: (called, args, alias) => {
      const rows = `(${whole()})`;
      conditions.length = 0;
      from = `${called}(${args === '' ? rows : `${rows}, ${args}`}) ${alias}`;
      query = null;
      name = null;
    },
    combine: (operator, queries) => become([whole(), ...queries].join(` ${operator} `)),
    with: (list) => void withs.push(list),
    text: () => {
      const list = withs.length === 0 ? '' : `${hasWith ? ', ' : ' WITH '}${withs.join(', ')} `;
      return `${prefix} ${list}${whole()}`;
    },
  };
}
