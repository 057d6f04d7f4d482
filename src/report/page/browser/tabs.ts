import { grouped } from '../../words.ts';
import { button, element } from './element.ts';

export interface Tab {
  readonly id: string;
  readonly title: string;
  /** Null where a number tells nothing. */
  readonly count: number | null;
  /** Made when it is first shown. */
  readonly make: () => HTMLElement;
}

export interface Tabs {
  readonly node: HTMLElement;
  show(id: string): void;
  /** For the printer: every panel is made and none is hidden. */
  showAll(): void;
}

/** Panels of which one is shown. Arrows go from tab to tab, as the ARIA pattern has it. */
export function createTabs(tabs: readonly Tab[]): Tabs {
  const buttons = tabs.map(({ id, title, count }) =>
    button(
      { role: 'tab', id: `tab-${id}`, 'aria-controls': `panel-${id}` },
      () => show(id),
      title,
      count === null ? null : element('small', {}, grouped(count)),
    ),
  );
  const panels = tabs.map(({ id, title }) =>
    element(
      'section',
      { role: 'tabpanel', id: `panel-${id}`, 'aria-labelledby': `tab-${id}` },
      element('h2', { class: 'print-title' }, title),
    ),
  );
  const fill = (index: number): void => {
    const [panel, tab] = [panels[index], tabs[index]];
    if (panel?.children.length === 1 && tab !== undefined) panel.append(tab.make());
  };
  const show = (id: string): void => {
    for (const [index, tab] of tabs.entries()) {
      const on = tab.id === id;
      const [one, panel] = [buttons[index], panels[index]];
      one?.setAttribute('aria-selected', String(on));
      if (one !== undefined) one.tabIndex = on ? 0 : -1;
      if (panel !== undefined) panel.hidden = !on;
      if (on) fill(index);
    }
  };
  const list = element(
    'div',
    { class: 'tabs', role: 'tablist', 'aria-label': 'Parts of the report' },
    ...buttons,
  );
  list.addEventListener('keydown', (event) => {
    const active = document.activeElement;
    const at = active instanceof HTMLButtonElement ? buttons.indexOf(active) : -1;
    const to: number | undefined = {
      ArrowRight: at + 1,
      ArrowLeft: at - 1 + buttons.length,
      Home: 0,
      End: buttons.length - 1,
    }[event.key];
    if (at === -1 || to === undefined) return;
    const next = buttons[to % buttons.length];
    next?.focus();
    next?.click();
    event.preventDefault();
  });
  return {
    node: element('div', { class: 'parts' }, list, ...panels),
    show,
    showAll() {
      for (const index of tabs.keys()) fill(index);
    },
  };
}
