import { z } from 'zod';
import { EXIT, IngestError } from '../errors.ts';
import { HttpError } from '../http/http-error.ts';
import type { Capabilities } from './capabilities.ts';
import { capabilitiesOf } from './capabilities-of.ts';
import type { OpenMetadataClient } from './open-metadata-client.ts';

/** Who we are talking to, and as whom. */
export interface ServerFacts {
  readonly version: string;
  readonly capabilities: Capabilities;
  readonly user: { readonly name: string; readonly isBot: boolean; readonly isAdmin: boolean };
}

const versionAnswer = z.object({ version: z.string() });
const userAnswer = z.object({
  name: z.string(),
  isBot: z.boolean().nullish(),
  isAdmin: z.boolean().nullish(),
});

/** Asks the server's version (which needs no token), then who the token belongs to: a first request that proves both. */
export async function connect(
  client: OpenMetadataClient,
  now: () => number = Date.now,
): Promise<ServerFacts> {
  const answer = await client.find('/system/version', versionAnswer);
  if (answer === undefined) throw notOpenMetadata();
  const capabilities = capabilitiesOf(answer.version);
  const user = await client.get('/users/loggedInUser', userAnswer).catch((error: unknown) => {
    throw error instanceof HttpError && error.status === 401 ? refused(client, now(), error) : error;
  });
  return {
    version: answer.version,
    capabilities,
    user: { name: user.name, isBot: user.isBot ?? false, isAdmin: user.isAdmin ?? false },
  };
}

const notOpenMetadata = (): IngestError =>
  new IngestError(
    'not-openmetadata',
    'There is no OpenMetadata API at hostPort: it has no /v1/system/version.',
    {
      next: 'Write hostPort as https://your-openmetadata/api, with /api and without /v1.',
      exitCode: EXIT.configuration,
    },
  );

/** Says what is known about the refusal, never anything of the token itself. */
function refused(client: OpenMetadataClient, now: number, error: HttpError): IngestError {
  const expiry = client.tokenExpiresAt;
  const expired = expiry !== null && expiry.getTime() <= now;
  const why = expired
    ? `it expired on ${expiry.toISOString()}`
    : (error.serverMessage ?? 'no reason given').replace(/\.$/, '');
  return new IngestError('openmetadata-credentials', `OpenMetadata does not accept the token: ${why}.`, {
    next: expired
      ? 'Generate a new token for the bot (Settings, Bots, ingestion-bot) and store it where jwtToken is read from.'
      : 'Copy the bot’s current token (Settings, Bots, ingestion-bot): generating a new one ends the old, and a token of another server is not taken.',
    exitCode: EXIT.credentials,
    cause: error,
  });
}
