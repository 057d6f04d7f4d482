import type { ListReader } from './list-reader.ts';
import { partNames } from './part-names.ts';
import { liteMemberPayload, memberPayload } from './payloads/member-payload.ts';
import type { Listing } from './reading.ts';
import type { Member } from './workspace.ts';

/** How Mode says that a list is not for this kind of key. */
const REFUSED: readonly (number | undefined)[] = [401, 403, 404];

/**
 * The people of a workspace. `/memberships/lite` has their e-mail addresses; a key that is refused it may still get the names
 * from `/memberships`. Without any address nobody can be found in OpenMetadata, which deserves a notice.
 */
export async function readMembers(readList: ListReader): Promise<Listing<Member>> {
  const part = partNames.members;
  const lite = await readList({
    part,
    at: ['memberships', 'lite'],
    key: 'memberships',
    identity: 'username',
    schema: liteMemberPayload,
    map: (member) => member,
  });
  const refused = lite.reading.state === 'unread' && REFUSED.includes(lite.reading.failure.status);
  const found = refused
    ? await readList({
        part,
        at: ['memberships'],
        key: 'memberships',
        identity: 'member_username',
        schema: memberPayload,
        map: (member) => member,
      })
    : lite;
  const members: readonly Member[] = found.reading.items;
  if (members.length === 0 || members.some(({ email }) => email !== null)) return found;
  return {
    reading: found.reading,
    notices: [...found.notices, 'members: Mode gives this key no e-mail address, so no owner can be found'],
  };
}
