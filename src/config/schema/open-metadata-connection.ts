import { z } from 'zod';
import { tidyOpenMetadataHost } from '../tidy/open-metadata-host.ts';
import { tidied } from '../tidy/tidied.ts';
import { URL_PATTERN } from '../tidy/url.ts';
import { choice, section, text } from './fields.ts';
import { ignored, selfEvident } from './outline.ts';
import { credential, taking } from './written-as.ts';

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
const HEADER_VALUE = '[\\t\\x20-\\x7e]*';
/** Its check is below, where the header's name is known. */
const headerValue = taking(text.clone(), {
  pattern: HEADER_VALUE,
  says: 'must be one line of plain characters',
  anyScalar: true,
});

const extraHeaders = z
  .record(z.string(), headerValue, { error: 'must be a map of header names to texts' })
  .meta({ propertyNames: { pattern: HEADER_NAME.source } })
  .check((context) => {
    for (const [name, value] of Object.entries(context.value)) {
      const bad = HEADER_NAME.test(name)
        ? 'has a value that no header can have'
        : 'has a name that no header can have';
      if (!HEADER_NAME.test(name) || !new RegExp(`^${HEADER_VALUE}$`).test(value))
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
  hostPort: taking(tidied(tidyOpenMetadataHost, text), URL_PATTERN).describe(
    'The address of OpenMetadata, up to and with `/api`.',
  ),
  authProvider: choice(AUTH_PROVIDERS)
    .default('basic')
    .describe('How people log in to OpenMetadata. A bot’s token is sent whichever it is.'),
  securityConfig: section({
    ...olderSecurity,
    jwtToken: credential(text.default('')).describe(
      'Token of an OpenMetadata bot, or a file with it. Write `${OPENMETADATA_JWT_TOKEN}` and keep the value in a secret.',
    ),
  })
    .prefault({})
    .describe('What logs in to OpenMetadata.'),
  verifySSL: choice(['no-ssl', 'ignore', 'validate'])
    .default('no-ssl')
    .describe(
      'Which certificates to trust: `no-ssl` the known authorities, `validate` that of sslConfig alone, `ignore` any.',
    ),
  sslConfig: section({
    caCertificate: text
      .optional()
      .describe('PEM text of the authority, or a file with it. Counts with `verifySSL: validate`.'),
    sslCertificate: text
      .optional()
      .describe('PEM text of our own certificate, or a file with it. Needs `sslKey`.'),
    sslKey: text.optional().describe('PEM text of the key to it, or a file with it. Needs `sslCertificate`.'),
  })
    .prefault({})
    .describe('Certificates for OpenMetadata.'),
  extraHeaders: extraHeaders
    .default({})
    .describe('Headers that every request to OpenMetadata carries, such as a proxy wants them.'),
  secretsManagerProvider: text
    .optional()
    .describe('Has no effect but a warning: references to a secrets manager are not resolved.'),
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
