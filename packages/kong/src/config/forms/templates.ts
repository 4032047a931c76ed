import { unknown } from '../unknown.ts';

/** A text with its decK templates replaced by words of the same length that a parser takes as text. */
export interface Masked {
  readonly text: string;
  /** Puts the meaning back into a value that was read from `text`. */
  readonly reveal: (value: string) => string;
  /** Where each template stands, and what it depends on: `env:DECK_ISSUER`. */
  readonly found: readonly { readonly at: number; readonly name: string }[];
}

const TEMPLATE = /\$\{\{.*?\}\}/gs;
const ENV = /\benv\s+(?:"([^"]*)"|`([^`]*)`)/;
/** Private-use letters: none means anything to YAML, and none is a digit, so that no number is made of them. */
const FIRST = 0xe100;
const DIGIT = 0xe200;
const FILLER = '\ue300';
const BASE = 0x100;
/** Sign and three digits. */
const SHORTEST = 4;

/**
 * Takes the templates out of a decK file before it is parsed, offsets unchanged. decK renders them first, so
 * that they may hold quotes which YAML would trip over; comment lines are left alone. A file that uses the same
 * private-use letters itself is returned as it is.
 */
export function maskTemplates(text: string): Masked {
  const found: { at: number; name: string }[] = [];
  if (!text.includes('${{') || /[\ue100\ue200-\ue2ff\ue300]/.test(text))
    return { text, reveal: (value) => value, found };
  const masked = text.replace(TEMPLATE, (template: string, at: number) => {
    if (isInComment(text, at)) return template;
    const number = found.push({ at, name: nameOf(template) }) - 1;
    const word = `${String.fromCharCode(FIRST)}${digits(number)}`;
    return word + FILLER.repeat(template.length - SHORTEST);
  });
  const reveal = (value: string): string =>
    value.replace(/\ue100([\ue200-\ue2ff]{3})\ue300*/g, (_, code: string) => {
      return unknown(found[numberOf(code)]?.name ?? 'template');
    });
  return { text: masked, reveal, found };
}

function nameOf(template: string): string {
  const [, quoted, raw] = ENV.exec(template) ?? [];
  const name = quoted ?? raw;
  return name === undefined ? `template:${template.slice(3, -2).trim()}` : `env:${name}`;
}

function isInComment(text: string, at: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  return line.trimStart().startsWith('#');
}

function digits(number: number): string {
  const parts = [number / BASE / BASE, number / BASE, number].map((part) => DIGIT + (Math.floor(part) % BASE));
  return String.fromCharCode(...parts);
}

function numberOf(code: string): number {
  let number = 0;
  for (let i = 0; i < code.length; i++) number = number * BASE + code.charCodeAt(i) - DIGIT;
  return number;
}
