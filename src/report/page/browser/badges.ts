import { actionWords } from '../../action-words.ts';
import type { Action, Kind } from '../page-data.ts';
import { element } from './element.ts';

export const KIND_TITLES: Readonly<Record<Kind, { readonly one: string; readonly many: string }>> = {
  table: { one: 'Table', many: 'Tables' },
  dashboardDataModel: { one: 'Data model', many: 'Data models' },
  dashboard: { one: 'Dashboard', many: 'Dashboards' },
  chart: { one: 'Chart', many: 'Charts' },
};

/** The kind of an asset as a small mark in its colour. */
export const kindMark = (kind: Kind): HTMLElement =>
  element('span', { class: `kind ${kind}`, title: KIND_TITLES[kind].one }, KIND_TITLES[kind].one);

/** What becomes of an asset, in a word; nothing for a table. */
export const actionMark = (action: Action): HTMLElement | null =>
  action === '' ? null : element('span', { class: `action ${action}` }, actionWord(action));

export const actionWord = (action: Action): string =>
  actionWords({ action, failed: action === 'failed' }).word;
