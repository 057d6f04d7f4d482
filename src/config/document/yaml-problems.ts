import type { ErrorCode } from 'yaml';
import type { Remark } from '../remark.ts';
import type { Place } from './config-node.ts';

const QUOTE = 'Put the value in quotes.';
const NESTING = 'Give the keys of one section the same number of blanks before them.';

/** Our own words for the slips that people make: those of the YAML library quote the file, which may hold a secret. */
const WORDS: Partial<Record<ErrorCode, readonly [message: string, next: string]>> = {
  TAB_AS_INDENT: ['A tab stands before a key', 'Indent with blanks: YAML takes no tabs.'],
  MULTIPLE_DOCS: ['The file holds more than one YAML document', 'Put each configuration in its own file.'],
  BAD_SCALAR_START: ['A value begins with a character that YAML keeps for itself', QUOTE],
  BAD_DQ_ESCAPE: [
    'A backslash in double quotes begins no known escape',
    'Use single quotes, or write two backslashes.',
  ],
  MISSING_CHAR: [
    'A quote, bracket or colon is missing',
    'Close what was opened, and put a colon after every key.',
  ],
  BAD_INDENT: ['The indentation fits no section', NESTING],
  BLOCK_AS_IMPLICIT_KEY: [
    'A key or list begins where a value should end',
    `${NESTING} A value that holds a colon takes quotes.`,
  ],
  MULTILINE_IMPLICIT_KEY: ['A key goes over several lines', 'Put a colon and a blank after every key.'],
  BAD_ALIAS: ['A value begins with `*`, which names an anchor that is not there', QUOTE],
  TAG_RESOLVE_FAILED: ['A value begins with `!`, which YAML reads as a tag', QUOTE],
};

export function yamlRemark(code: ErrorCode, at: Place): Remark {
  const [message, next] = WORDS[code] ?? ['This is not YAML', 'Check quotes, brackets and indentation here.'];
  return { severity: 'error', code: 'config-syntax', message: `${message}.`, next, at };
}
