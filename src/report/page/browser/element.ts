type Child = Node | string | null | undefined | false;
type Properties = Readonly<Record<string, string | number | boolean | null>>;

/** An element with attributes and children. Text goes in as text, never as HTML. A null or false attribute is left out. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Properties = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  fill(made, properties, children);
  return made;
}

export function drawing<Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  properties: Properties = {},
  ...children: readonly Child[]
): SVGElementTagNameMap[Tag] {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
  fill(made, properties, children);
  return made;
}

function fill(made: Element, properties: Properties, children: readonly Child[]): void {
  for (const [name, value] of Object.entries(properties))
    if (value !== null && value !== false) made.setAttribute(name, value === true ? '' : String(value));
  made.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
}

/** A button that does something. */
export function button(
  properties: Properties,
  does: () => void,
  ...children: readonly Child[]
): HTMLButtonElement {
  const made = element('button', { type: 'button', ...properties }, ...children);
  made.addEventListener('click', does);
  return made;
}

/** A link out of the page, which tells the other side nothing; plain text when the address is not one of the web. */
export function outLink(text: string, url: string): HTMLElement {
  if (!/^https?:\/\//i.test(url)) return element('span', {}, text);
  return element('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, text);
}
