import { readdirSync, readFileSync } from 'node:fs';

const pagesIn = (folder: string) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.md'))
    .map((file) => `${folder}/${file}`);

/** What a stranger reads. */
export const PAGES: readonly string[] = ['README.md', ...pagesIn('docs')];

export interface Fence {
  readonly page: string;
  /** Line of its first line of text, from 1. */
  readonly line: number;
  readonly language: string;
  readonly text: string;
}

/** Every block of code of a page; one below an item of a list loses the item's indentation. */
export function fencesOf(page: string): readonly Fence[] {
  const text = readFileSync(page, 'utf8');
  return [...text.matchAll(/^( *)```(\w*)\n([\s\S]*?)^\1```$/gm)].map((match) => {
    const [, indent = '', language = '', body = ''] = match;
    return {
      page,
      line: text.slice(0, match.index).split('\n').length + 1,
      language,
      text: body.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
    };
  });
}

/** The commands of a block of `sh`: a backslash at the end of a line joins the next to it. */
export const commandsOf = ({ text }: Pick<Fence, 'text'>): readonly string[] =>
  text
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
