/** A link of HAL, host-relative unless it says otherwise; `templated` ones hold `{placeholders}`. */
export interface HalLink {
  readonly href: string;
  readonly templated?: true;
}

export const link = (href: string): HalLink => ({ href });
export const template = (href: string): HalLink => ({ href, templated: true });

/** An affordance to write, as Mode sends with most objects: noise to a reader, and much of the bytes. */
export function form(method: 'patch' | 'post' | 'delete' | 'put', action: string, input: object = {}) {
  return {
    method,
    action,
    content_type: 'application/json',
    input: Object.fromEntries(
      Object.entries(input).map(([name, value]) => [name, { type: 'text', value }] as const),
    ),
  };
}

/** A list as HAL wraps it. */
export function halList(key: string, items: readonly object[], self: string) {
  return { _links: { self: link(self) }, _embedded: { [key]: items } };
}
