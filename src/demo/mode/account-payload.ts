import { link, template } from './hal.ts';
import type { DemoPerson, ModeData } from './mode-data.ts';
import { MODE_WEB } from './mode-web.ts';
import { numberOf, tokenOf, wireId } from './wire-id.ts';

/** The workspace. Anybody may fetch it, so it proves nothing of a key; its `space_count` reads 0 on a full house. */
export function workspacePayload(mode: ModeData) {
  const self = `/api/${mode.name}`;
  return {
    ...account(mode, mode.name, mode.name),
    user: false,
    plan_code: 'plus',
    trial_state: null,
    space_count: 0,
    data_source_count: mode.connections.length,
    _links: {
      self: link(self),
      web: link(`${MODE_WEB}/${mode.name}`),
      data_sources: link(`${self}/data_sources`),
      definitions: link(`${self}/definitions`),
      memberships: link(`${self}/memberships`),
      memberships_lite: link(`${self}/memberships/lite`),
      spaces: link(`${self}/collections?filter=all`),
      custom_spaces: link(`${self}/collections?filter=custom`),
      space: template(`${self}/collections/{token}`),
    },
  };
}

/** A person, whose address Mode does not tell here. */
export function userPayload(mode: ModeData, person: DemoPerson) {
  return {
    ...account(mode, person.username, person.name),
    user: true,
    membership_type: 'full',
    organizations_count: 1,
    _links: {
      self: link(`/api/${person.username}`),
      web: link(`${MODE_WEB}/${person.username}`),
    },
  };
}

function account(mode: ModeData, username: string, name: string) {
  return {
    username,
    name,
    id: wireId(mode, numberOf(username)),
    token: tokenOf(`account ${username}`),
    avatar: { type: 'initials', initials: name.slice(0, 1).toUpperCase(), seed: 3, color_class: 'teal' },
    dataset_size_limit_mb: 10_240,
    query_run_size_limit_mb: 10_240,
    created_at: '2025-06-01T08:00:00.000Z',
  };
}
