import type { GivenSecrets } from './given-secrets.ts';

export interface Credential {
  readonly secret: keyof GivenSecrets;
  /** Where the workflow YAML has it. */
  readonly path: readonly string[];
  /** The section that must be there before it is worth asking for: its absence is the error. */
  readonly section: readonly string[];
  readonly variable: string;
  readonly input: string;
  /** What samples write for it, beside the general shapes of placeholders. */
  readonly samples: readonly string[];
  /** What its text is, beside plain characters. */
  readonly shape: 'any' | 'jwt' | 'discovery';
  /** False for one that a run can do without. */
  readonly required: boolean;
}

export const MODE_CONNECTION = ['source', 'serviceConnection', 'config'] as const;
export const OPEN_METADATA = ['workflowConfig', 'openMetadataServerConfig'] as const;

/** The credentials of a run, under the names that the YAML, the environment and the action have for them. */
export const CREDENTIALS: readonly Credential[] = [
  {
    secret: 'modeAccessToken',
    path: [...MODE_CONNECTION, 'accessToken'],
    section: MODE_CONNECTION,
    variable: 'MODE_ACCESS_TOKEN',
    input: 'mode-access-token',
    samples: ['access_token', 'token', 'mode_access_token'],
    shape: 'any',
    required: true,
  },
  {
    secret: 'modeAccessTokenPassword',
    path: [...MODE_CONNECTION, 'accessTokenPassword'],
    section: MODE_CONNECTION,
    variable: 'MODE_ACCESS_TOKEN_PASSWORD',
    input: 'mode-access-token-password',
    samples: ['access_token_password', 'password', 'mode_access_token_password'],
    shape: 'any',
    required: true,
  },
  {
    secret: 'openMetadataJwtToken',
    path: [...OPEN_METADATA, 'securityConfig', 'jwtToken'],
    section: OPEN_METADATA,
    variable: 'OPENMETADATA_JWT_TOKEN',
    input: 'openmetadata-jwt-token',
    samples: ['jwt_token', 'bot_jwt_token', 'token', 'openmetadata_jwt_token'],
    shape: 'jwt',
    required: true,
  },
  {
    secret: 'modeDiscoveryToken',
    path: [...MODE_CONNECTION, 'discoveryToken'],
    section: MODE_CONNECTION,
    variable: 'MODE_DISCOVERY_TOKEN',
    input: 'discovery-token',
    samples: ['discovery_token', 'token', 'token:key:secret', 'mode_discovery_token'],
    shape: 'discovery',
    required: false,
  },
];
