/** The credentials that a face was given outside the YAML. */
export interface GivenSecrets {
  readonly modeAccessToken?: string;
  readonly modeAccessTokenPassword?: string;
  readonly openMetadataJwtToken?: string;
  /** `token:key:secret` of a Discovery signature token, or its base64. */
  readonly modeDiscoveryToken?: string;
}
