/** Values of variables, by name, under which a condition holds. */
export type Assumed = Readonly<Record<string, unknown>>;

const VARIABLE = /^[\w-]+$/;
const COMPARISON =
  /^([\w-]+)\s*(==|!=|<>|>=|<=|>|<|contains)\s*(?:'([^']*)'|"([^"]*)"|(-?\d+(?:\.\d+)?)|(\w+))$/;
const WORDS: Readonly<Record<string, unknown>> = {
  true: true,
  false: false,
  nil: null,
  null: null,
  blank: '',
  empty: '',
};
/** A value that no condition names. */
const ANOTHER = 'another value';

/** What makes a condition true, as far as it compares variables with literals. */
export function whenTrue(condition: string): Assumed {
  const [first = ''] = condition.split(/\s+or\s+/);
  return Object.assign({}, ...first.split(/\s+and\s+/).map((one) => assume(one.trim(), true)));
}

/** What makes a condition false; nothing for one of several parts. */
export const whenFalse = (condition: string): Assumed =>
  /\s(?:and|or)\s/.test(condition) ? {} : assume(condition.trim(), false);

function assume(condition: string, holds: boolean): Assumed {
  if (VARIABLE.test(condition)) return condition in WORDS ? {} : { [condition]: holds };
  const match = COMPARISON.exec(condition);
  if (match === null) return {};
  const [, name = '', operator = '', single, double, number, word] = match;
  if (word !== undefined && !(word in WORDS)) return {};
  const literal = number === undefined ? (single ?? double ?? WORDS[word ?? '']) : Number(number);
  return { [name]: valueFor(holds ? operator : (OPPOSITE[operator] ?? ''), literal) };
}

const OPPOSITE: Readonly<Record<string, string>> = {
  '==': '!=',
  '!=': '==',
  '<>': '==',
  '>': '<=',
  '<=': '>',
  '<': '>=',
  '>=': '<',
};

function valueFor(operator: string, literal: unknown): unknown {
  if (operator === '==' || operator === 'contains' || operator === '>=' || operator === '<=') return literal;
  if (typeof literal === 'number' && operator === '>') return literal + 1;
  if (typeof literal === 'number' && operator === '<') return literal - 1;
  return literal === true ? false : ANOTHER;
}

/** What makes the arm of a `case` be taken: the first of its values. */
export function whenCase(subject: string, values: string): Assumed {
  const [first = ''] = values.split(/\s*(?:,|\sor\s)\s*/);
  return assume(`${subject.trim()} == ${first.trim()}`, true);
}

/** What makes no arm of a `case` be taken. */
export const whenNoCase = (subject: string): Assumed =>
  VARIABLE.test(subject.trim()) ? { [subject.trim()]: ANOTHER } : {};
