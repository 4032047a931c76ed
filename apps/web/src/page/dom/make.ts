import { sanitise } from '@why401/core/report';

/** Attributes and listeners as the DOM knows them. */
export interface Parts {
  readonly id?: string;
  readonly class?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly on?: Readonly<Record<string, (event: Event) => void>>;
}

export type Child = Node | string | null | undefined;

/**
 * Builds one element. Strings become text nodes, and characters that deceive a reader become escapes: there is no way
 * from a string to markup, so none can be forgotten.
 */
export function make<K extends keyof HTMLElementTagNameMap>(
  name: K,
  parts: Parts = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  dress(element, parts);
  element.append(...nodes(children));
  return element;
}

export function dress(element: Element, { id, class: classes, attributes = {}, on = {} }: Parts): void {
  if (id !== undefined) element.id = id;
  if (classes !== undefined) element.setAttribute('class', classes);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, sanitise(value));
  for (const [key, handler] of Object.entries(on)) element.addEventListener(key, handler);
}

export const nodes = (children: readonly Child[]): Node[] =>
  children.filter((child) => child !== null && child !== undefined && child !== '').map(node);

const node = (child: Child): Node => (typeof child === 'string' ? text(child) : (child as Node));

export const text = (value: string): Text => document.createTextNode(sanitise(value));

/** Between lines of preformatted text. A line feed in a value is shown as an escape, this one is ours. */
export const lineFeed = (): Text => document.createTextNode('\n');

export function button(label: string, press: () => void, parts: Parts = {}): HTMLButtonElement {
  const attributes = { type: 'button', ...parts.attributes };
  return make('button', { ...parts, attributes, on: { ...parts.on, click: press } }, label);
}

/** Replaces what an element holds; the focus stays on the element of the same id, if there is one afterwards. */
export function fill(element: Element, ...children: readonly Child[]): void {
  const focused = document.activeElement;
  const id = focused !== null && element.contains(focused) ? focused.id : '';
  element.replaceChildren(...nodes(children));
  if (id !== '') document.getElementById(id)?.focus();
}
