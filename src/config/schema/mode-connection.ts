import { MODE_HOST, tidyModeHost } from '../tidy/mode-host.ts';
import { tidied } from '../tidy/tidied.ts';
import { URL_PATTERN } from '../tidy/url.ts';
import { tidyWorkspaceName, WORKSPACE_PATTERN } from '../tidy/workspace-name.ts';
import { choice, section, text, wholeNumber } from './fields.ts';
import { ignored, selfEvident } from './outline.ts';
import { credential, taking } from './written-as.ts';

/** `source.serviceConnection.config`: OpenMetadata's modeConnection, 1.2 to 1.13. */
export const modeConnection = section({
  type: choice(['Mode']).describe('The kind of connection: `Mode`.'),
  hostPort: taking(tidied(tidyModeHost, text), URL_PATTERN)
    .default(MODE_HOST)
    .describe('The address of Mode.'),
  // The credentials are in place, or told as missing, before this is read.
  accessToken: credential(text.default('')).describe(
    'Id of the API key of Mode. Write `${MODE_ACCESS_TOKEN}` and keep the value in a secret.',
  ),
  accessTokenPassword: credential(text.default('')).describe(
    'Secret of the API key of Mode. Write `${MODE_ACCESS_TOKEN_PASSWORD}` and keep the value in a secret.',
  ),
  // Ours, for Mode's Discovery API.
  discoveryToken: credential(text.default('')).describe(
    'Signature token of Mode’s Discovery API, `token:key:secret`: a whole workspace in tens of calls. Write `${MODE_DISCOVERY_TOKEN}`. Only mode-ingest reads it.',
  ),
  workspaceName: taking(tidied(tidyWorkspaceName, text), WORKSPACE_PATTERN).describe(
    'The workspace: the part after the host in its address, app.mode.com/{workspaceName}.',
  ),
  // Since 1.5.8. Mode's collections call knows these two.
  filterQueryParam: choice(['all', 'custom'])
    .default('all')
    .describe('Which collections to read: `all`, or `custom` for all but personal ones.'),
  // Ours, not OpenMetadata's. Without it the host decides.
  rateLimit: wholeNumber(1, 1000)
    .optional()
    .describe(
      'The most requests to Mode in any ten seconds. Left out: what Mode allows. Only mode-ingest reads it.',
    ),
  supportsMetadataExtraction: selfEvident,
  // What OpenMetadata's form starts from; a run has its own patterns in sourceConfig.
  dashboardFilterPattern: ignored,
  chartFilterPattern: ignored,
  dataModelFilterPattern: ignored,
  projectFilterPattern: ignored,
});
