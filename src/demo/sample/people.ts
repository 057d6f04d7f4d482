import type { DemoPerson } from '../mode/mode-data.ts';

const IN_BOTH: readonly DemoPerson[] = [
  { username: 'amara', name: 'Amara Okafor', email: 'amara@lumen.example' },
  { username: 'bjorn', name: 'Björn Lind', email: 'bjorn@lumen.example' },
  { username: 'chiara', name: 'Chiara Conti', email: 'chiara@lumen.example' },
  { username: 'dmitri', name: 'Dmitri Sokolov', email: 'dmitri@lumen.example' },
];

const IN_MODE_ONLY: readonly DemoPerson[] = [
  { username: 'esi_freelance', name: 'Esi Mensah', email: 'esi@studio.example' },
  { username: 'report_robot', name: 'Report robot', email: null },
];

/** Everybody in Mode. */
export const modePeople = (): DemoPerson[] => structuredClone([...IN_BOTH, ...IN_MODE_ONLY]);

/** Those who have an account in OpenMetadata as well. */
export const samplePeople = (): readonly DemoPerson[] => structuredClone(IN_BOTH);
