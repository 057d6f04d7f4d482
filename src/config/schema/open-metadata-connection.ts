import { z } from 'zod';
import { tidyOpenMetadataHost } from '../tidy/open-metadata-host.ts';
import { tidied } from '../tidy/tidied.ts';
import { choice, section, text } from './fields.ts';
import { ignored, selfEvident } from './outline.ts';

/** Every provider of OpenMetadata 1.2 to 1.13. A bot's token is sent whichever it is. */
const AUTH_PROVIDERS = [
  'basic',
  'azure',
  'google',
  'okta',
  'auth0',
  'aws-cognito',
  'custom-oidc',
  'ldap',
  'saml',
  'openmetadata',
  'no-auth',
] as const;

const HEADER_NAME = /^[!#$%&'*+.^_`|~\w-]+$/;

const extraHeaders = z
  .record(z.string(), text, { error: 'must be a map of header names to texts' })
  .check((context) => {
    for (const [name, value] of Object.entries(context.value)) {
      const bad = HEADER_NAME.test(name)
        ? 'has a value that no header can have'
        : 'has a name that no header can have';
      if (!HEADER_NAME.test(name) || !/^[\t\x20-\x7e]*$/.test(value))
        context.issues.push({
          code: 'custom',
          message: bad,
          input: undefined,
          path: [name],
          params: { code: 'header-invalid', next: 'A header is one line of plain characters.' },
        });
    }
  });

/** What the providers took before 1.4, when each had its own form of securityConfig. */
const olderSecurity = Object.fromEntries(
  [
    'clientId',
    'clientSecret',
    'secretKey',
    'audience',
    'orgURL',
    'privateKey',
    'email',
    'scopes',
    'domain',
    'authority',
    'tokenEndpoint',
  ].map((key) => [key, ignored]),
);

/** Keys of the OpenMetadata-to-OpenMetadata source and of other workflows, which share this section. */
const notForMode = Object.fromEntries(
  [
    ...['Topics', 'Tables', 'Dashboards', 'Pipelines', 'MlModels', 'Users', 'Teams', 'GlossaryTerms', 'Tags'],
    ...['Policy', 'MessagingServices', 'DatabaseServices', 'PipelineServices'],
  ].map((what) => [`include${what}`, ignored]),
);

/** `workflowConfig.openMetadataServerConfig`: OpenMetadata's openMetadataConnection, 1.2 to 1.13. */
export const openMetadataConnection = section({
  hostPort: tidied(tidyOpenMetadataHost, text),
  authProvider: choice(AUTH_PROVIDERS).default('basic'),
  securityConfig: section({ ...olderSecurity, jwtToken: text.default('') }).prefault({}),
  verifySSL: choice(['no-ssl', 'ignore', 'validate']).default('no-ssl'),
  sslConfig: section({
    caCertificate: text.optional(),
    sslCertificate: text.optional(),
    sslKey: text.optional(),
  }).prefault({}),
  extraHeaders: extraHeaders.default({}),
  secretsManagerProvider: text.optional(),
  secretsManagerLoader: ignored,
  type: selfEvident,
  apiVersion: selfEvident,
  clusterName: ignored,
  limitRecords: ignored,
  forceEntityOverwriting: ignored,
  storeServiceConnection: ignored,
  enableVersionValidation: ignored,
  elasticsSearch: ignored,
  schemaFilterPattern: ignored,
  tableFilterPattern: ignored,
  databaseFilterPattern: ignored,
  supportsDataInsightExtraction: ignored,
  supportsElasticSearchReindexingExtraction: ignored,
  ...notForMode,
});
