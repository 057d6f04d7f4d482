import type { DemoWarehouse } from '../open-metadata/warehouse.ts';
import { SHOP } from './warehouse/shop.ts';
import { SNOWFLAKE } from './warehouse/snowflake.ts';

/** The databases that the sample's OpenMetadata knows. */
export const sampleWarehouse = (): readonly DemoWarehouse[] => [SNOWFLAKE, SHOP];
