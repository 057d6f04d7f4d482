import { createHash } from 'node:crypto';
import type { DemoReport, ModeData } from './mode-data.ts';

/** A token such as Mode's, 12 characters, that follows from a text. */
export const tokenOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);

/** Mode numbers everything beside its tokens; here the number follows from the token. */
export const numberOf = (token: string): number =>
  Number.parseInt(tokenOf(`number of ${token}`).slice(0, 7), 16);

/** An id as this workspace sends it: a number as in captures up to 2024, a decimal string as seen in 2026. */
export const wireId = (mode: ModeData, id: number): number | string => (mode.numericIds ? id : String(id));

/** Both the field and the links of a report name its last run, which was a good one. */
export const lastRunToken = ({ token }: DemoReport): string => tokenOf(`run of ${token}`);
