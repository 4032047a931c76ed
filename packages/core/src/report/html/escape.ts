import { sanitise } from '../safe/sanitise.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** The only way of text into the page: safe as text and in a quoted attribute. */
export const html = (text: string): string =>
  sanitise(text).replace(/[&<>"']/g, (letter) => ENTITIES[letter] ?? letter);
