/** The credentials that a face was given outside the YAML. */
export interface GivenSecrets {
  readonly modeAccessToken?: string;
  readonly modeAccessTokenPassword?: string;
  readonly openMetadataJwtToken?: string;
}
