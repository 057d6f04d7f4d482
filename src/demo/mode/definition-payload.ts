import { form, link } from './hal.ts';
import type { DemoDefinition, ModeData } from './mode-data.ts';
import { MODE_WEB } from './mode-web.ts';
import { numberOf } from './wire-id.ts';

/**
 * A definition. Its ids are strings in either age of the API, as the Swagger has them, so a join with numeric
 * connections must go by text. The form's `data_source_id` is the definition's own id: a bug of Mode's.
 */
export function definitionPayload(mode: ModeData, definition: DemoDefinition) {
  const self = `/api/${mode.name}/definitions/${definition.token}`;
  const id = String(numberOf(definition.token));
  return {
    id,
    token: definition.token,
    name: definition.name,
    description: null,
    source: definition.sql,
    data_source_id: String(definition.connectionId),
    github_link: null,
    created_at: '2026-01-08T08:00:00.000Z',
    updated_at: '2026-09-14T08:00:00.000Z',
    last_saved_at: '2026-09-14T08:00:00.000Z',
    last_successful_sync_at: null,
    _links: {
      self: link(self),
      last_run: link(`${self}/runs/last`),
      web_edit: link(`${MODE_WEB}/editor/${mode.name}/definitions/${definition.token}`),
    },
    _forms: { edit: form('patch', self, { source: definition.sql, data_source_id: id }) },
  };
}
