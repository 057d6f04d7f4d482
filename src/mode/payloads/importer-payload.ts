import { z } from 'zod';
import { token } from './scalars.ts';

/** A row of `GET /api/{ws}/datasets/{d}/reports`: a report that imports the dataset, told by little more than its token. */
export const importerPayload = z.object({ token });
