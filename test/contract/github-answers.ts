import type { Answer } from '../../src/demo/stand-in-server.ts';

/** Headers that stand on every answer. */
export const LIMITS = {
  'x-ratelimit-limit': '1000',
  'x-ratelimit-remaining': '987',
  'x-ratelimit-reset': '1795600000',
};

export const refusal = (status: number, message: string): Answer => ({
  status,
  json: { message, documentation_url: 'https://docs.github.com/rest', status: String(status) },
});

/** Pages of 30 unless asked for up to 100, with the links that GitHub gives. `list` is where it says they are. */
export function page(items: readonly unknown[], asked: URLSearchParams, list: string): Answer {
  const size = Math.min(100, Number(asked.get('per_page') ?? 30));
  const number = Number(asked.get('page') ?? 1);
  const last = Math.max(1, Math.ceil(items.length / size));
  const to = (each: number, rel: string) => `<${list}?per_page=${size}&page=${each}>; rel="${rel}"`;
  const links = [
    ...(number > 1 ? [to(number - 1, 'prev')] : []),
    ...(number < last ? [to(number + 1, 'next'), to(last, 'last')] : []),
    ...(number > 1 ? [to(1, 'first')] : []),
  ];
  return {
    status: 200,
    headers: links.length === 0 ? {} : { link: links.join(', ') },
    json: items.slice((number - 1) * size, number * size),
  };
}

/** A file, or that there is none. */
export function content(text: string | undefined, path: string, asked: URLSearchParams): Answer {
  if (text === undefined) return refusal(404, 'Not Found');
  const lines = Buffer.from(text, 'utf8').toString('base64').replace(/.{60}/g, '$&\n');
  return {
    status: 200,
    json: {
      type: 'file',
      encoding: 'base64',
      size: text.length,
      path,
      sha: asked.get('ref'),
      content: lines,
    },
  };
}
