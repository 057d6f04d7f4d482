/** Where the database services stand today: OpenMetadata 1.8.2 and later. */
export const SERVICES_SECTION = 'lineageInformation';
export const SERVICES_KEY = 'dbServicePrefixes';

/**
 * Every name that OpenMetadata's releases had for them, today's first: dbServicePrefixes (since 1.8.2), dbServiceNames (to 1.3, then
 * below lineageInformation), dbServiceName (before 0.13). Read in both places, and all of them make one list.
 */
export const SERVICE_KEYS = [SERVICES_KEY, 'dbServiceNames', 'dbServiceName'] as const;
