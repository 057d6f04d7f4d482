import { link } from './hal.ts';
import type { DemoPerson, ModeData } from './mode-data.ts';
import { tokenOf } from './wire-id.ts';

/** A row of `/memberships`: it knows who, and no address. */
export function membershipPayload(mode: ModeData, person: DemoPerson) {
  return {
    ...membership(person),
    member_username: person.username,
    invited: false,
    activated_at: '2025-06-03T08:00:00.000Z',
    managed_by_scim: false,
    _links: {
      self: link(`/api/${mode.name}/memberships/${person.username}`),
      user: link(`/api/${person.username}`),
      organization: link(`/api/${mode.name}`),
      groups: link(`/api/${mode.name}/groups?member=${person.username}`),
    },
  };
}

/** A row of `/memberships/lite`: the one place that tells addresses. */
export function liteMembershipPayload(person: DemoPerson) {
  return {
    ...membership(person),
    username: person.username,
    name: person.name,
    email: person.email,
  };
}

const membership = (person: DemoPerson) => ({
  admin: false,
  state: 'active',
  member_token: tokenOf(`account ${person.username}`),
});
