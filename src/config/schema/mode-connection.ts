import { MODE_HOST, tidyModeHost } from '../tidy/mode-host.ts';
import { tidied } from '../tidy/tidied.ts';
import { tidyWorkspaceName } from '../tidy/workspace-name.ts';
import { choice, section, text, wholeNumber } from './fields.ts';
import { ignored, selfEvident } from './outline.ts';

/** `source.serviceConnection.config`: OpenMetadata's modeConnection, 1.2 to 1.13. */
export const modeConnection = section({
  type: choice(['Mode']),
  hostPort: tidied(tidyModeHost, text).default(MODE_HOST),
  // The credentials are in place, or told as missing, before this is read.
  accessToken: text.default(''),
  accessTokenPassword: text.default(''),
  // Ours: a signature token of Mode's Discovery API.
  discoveryToken: text.default(''),
  workspaceName: tidied(tidyWorkspaceName, text),
  // Since 1.5.8. Mode's collections call knows these two.
  filterQueryParam: choice(['all', 'custom']).default('all'),
  // Ours, not OpenMetadata's. Without it the host decides.
  rateLimit: wholeNumber(1, 1000).nullable().default(null),
  supportsMetadataExtraction: selfEvident,
  // What OpenMetadata's form starts from; a run has its own patterns in sourceConfig.
  dashboardFilterPattern: ignored,
  chartFilterPattern: ignored,
  dataModelFilterPattern: ignored,
  projectFilterPattern: ignored,
});
