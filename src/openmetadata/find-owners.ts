import { z } from 'zod';
import { mapConcurrently } from '../concurrency/map-concurrently.ts';
import { askSearch } from './ask-search.ts';
import { CONCURRENCY } from './concurrency.ts';
import { listAll } from './list-all.ts';
import type { OpenMetadataClient } from './open-metadata-client.ts';

export interface Owner {
  readonly id: string;
  readonly type: 'user';
}

/** Keeps a query's URL well within the 8 KB that a server takes. */
const MOST_EMAILS = 50;
const LONGEST_QUERY = 3000;
/** OpenMetadata's own limit. */
const LONGEST_EMAIL = 127;

const userAnswer = z.object({
  id: z.string(),
  email: z.string().nullish(),
  isBot: z.boolean().nullish(),
  deleted: z.boolean().nullish(),
});
type User = z.infer<typeof userAnswer>;

const hitsAnswer = z.object({ hits: z.object({ hits: z.array(z.object({ _source: userAnswer })) }) });

/**
 * Users by e-mail, whatever its case, keyed by the e-mails as given. Who is not found, deleted or a bot is absent. Asks the search
 * engine for 50 at a time; without one, the list of all users is read.
 */
export async function findOwners(
  client: OpenMetadataClient,
  emails: readonly string[],
): Promise<ReadonlyMap<string, Owner>> {
  const wanted = [...new Set(emails)].filter(isEmail);
  if (wanted.length === 0) return new Map();
  const users =
    (await searchUsers(client, wanted)) ?? (await listAll(client, '/users', { element: userAnswer }));
  const byEmail = new Map<string, Owner>();
  for (const { id, email, isBot, deleted } of users) {
    if (email && !isBot && !deleted) byEmail.set(email.toLowerCase(), { id, type: 'user' });
  }
  return new Map(
    wanted.flatMap((email) => {
      const owner = byEmail.get(email.toLowerCase());
      return owner === undefined ? [] : [[email, owner] as const];
    }),
  );
}

/** What Mode calls an e-mail goes into a query: nothing that could end its quotes. */
const isEmail = (text: string): boolean =>
  text.length <= LONGEST_EMAIL && /^[^\s\p{C}@"\\]+@[^\s\p{C}@"\\]+$/u.test(text);

async function searchUsers(
  client: OpenMetadataClient,
  emails: readonly string[],
): Promise<readonly User[] | undefined> {
  const answers = await mapConcurrently(batches(emails), CONCURRENCY, (terms) =>
    askSearch(client, '/search/query', hitsAnswer, {
      q: terms.join(' OR '),
      index: 'user_search_index',
      from: 0,
      size: 2 * terms.length,
    }),
  );
  if (answers.includes(undefined)) return undefined;
  return answers.flatMap((answer) => answer?.hits.hits.map((hit) => hit._source) ?? []);
}

/** Terms of a query, in batches that fit. The field knows case, and the server stores e-mails in lower case: both are asked for. */
function batches(emails: readonly string[]): readonly (readonly string[])[] {
  const all: string[][] = [];
  let length = Number.POSITIVE_INFINITY;
  for (const email of emails) {
    const terms = [...new Set([email, email.toLowerCase()])].map((each) => `email.keyword:"${each}"`);
    const more = encodeURIComponent(terms.join(' OR ')).length;
    let batch = all.at(-1);
    if (batch === undefined || batch.length >= MOST_EMAILS || length + more > LONGEST_QUERY) {
      batch = [];
      all.push(batch);
      length = 0;
    }
    batch.push(...terms);
    length += more;
  }
  return all;
}
