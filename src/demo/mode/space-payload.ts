import { form, link, template } from './hal.ts';
import type { DemoCollection, ModeData } from './mode-data.ts';
import { MODE_WEB } from './mode-web.ts';
import { numberOf, wireId } from './wire-id.ts';

/**
 * A collection, which the API calls a space and whose links say `collections`. It has no timestamps.
 * `restricted` is always false on the wire; what tells is `default_access_level`.
 * `viewable?` describes the answer: false in a listing, true when the space is fetched alone.
 */
export function spacePayload(mode: ModeData, collection: DemoCollection, fetchedAlone: boolean) {
  const self = `/api/${mode.name}/collections/${collection.token}`;
  return {
    token: collection.token,
    id: wireId(mode, numberOf(collection.token)),
    space_type: collection.kind,
    name: collection.name,
    description: collection.description,
    state: 'active',
    restricted: false,
    free_default: false,
    'viewable?': fetchedAlone,
    'viewed?': false,
    default_access_level: accessLevel(collection),
    _links: {
      self: link(self),
      detail: link(`/api/${mode.name}/spaces/${collection.token}`),
      web: link(`${MODE_WEB}/${mode.name}/spaces/${collection.token}`),
      reports: link(`${self}/reports`),
      space_report_pins: link(`${self}/pins`),
      search_space_permissions: template(`${self}/permissions{?q}`),
    },
    _forms: {
      edit: form('patch', self, { name: collection.name, description: collection.description }),
      destroy: form('delete', self),
    },
  };
}

function accessLevel({ kind, restricted }: DemoCollection): 'restricted' | 'none' | 'edit' {
  if (restricted) return 'restricted';
  return kind === 'private' ? 'none' : 'edit';
}
