import { LIMITS } from '../limits.ts';
import { readYaml } from '../text/index.ts';
import { unknown } from '../unknown.ts';
import { rendered } from './template-functions.ts';

/** A text with its decK templates replaced by words of the same length that a parser takes as text. */
export interface Masked {
  readonly text: string;
  /** Puts the meaning back into a value that was read from `text`. */
  readonly reveal: (value: string) => unknown;
  /** Where each template stands that stays unknown, and what it depends on: `env:DECK_ISSUER`. */
  readonly found: readonly { readonly at: number; readonly name: string }[];
  /** There are templates, known or not. */
  readonly some: boolean;
}

interface Template {
  /** What it renders to; undefined where that is not known. */
  readonly text: string | undefined;
  readonly name: string;
  /** It stands in quotes, so that it is a text whatever it renders to. */
  readonly quoted: boolean;
}

const TEMPLATE = /\$\{\{.*?\}\}/gs;
/** Private-use letters: none means anything to YAML, and none is a digit, so that no number is made of them. */
const FIRST = 0xe100;
const DIGIT = 0xe200;
const FILLER = '\ue300';
const BASE = 0x100;
/** Sign and three digits. */
const SHORTEST = 4;
const MASK = /\ue100([\ue200-\ue2ff]{3})\ue300*/g;
const ONLY_MASK = /^\ue100([\ue200-\ue2ff]{3})\ue300*$/;

/**
 * Takes the templates out of a decK file before it is parsed, offsets unchanged. decK renders them first, so
 * that they may hold quotes which YAML would trip over; comment lines are left alone. A file that uses the same
 * private-use letters itself is returned as it is.
 */
export function maskTemplates(text: string, env: Readonly<Record<string, string | undefined>> = {}): Masked {
  const templates: Template[] = [];
  const found: { at: number; name: string }[] = [];
  if (!text.includes('${{') || /[\ue100\ue200-\ue2ff\ue300]/.test(text))
    return { text, reveal: (value) => value, found, some: false };
  const masked = text.replace(TEMPLATE, (template: string, at: number) => {
    if (isInComment(text, at)) return template;
    const { value, name } = rendered(template.slice(3, -2), env);
    if (value === undefined) found.push({ at, name });
    const number = templates.push({ text: value, name, quoted: /["']/.test(text.charAt(at - 1)) }) - 1;
    const word = `${String.fromCharCode(FIRST)}${digits(number)}`;
    return word + FILLER.repeat(template.length - SHORTEST);
  });
  const reveal = (value: string): unknown => {
    const [, alone] = ONLY_MASK.exec(value) ?? [];
    const whole = alone === undefined ? undefined : templates[numberOf(alone)];
    if (whole?.text !== undefined && !whole.quoted) return plainValue(whole.text);
    return value.replace(MASK, (_, code: string) => {
      const { text: known, name } = templates[numberOf(code)] ?? { text: undefined, name: 'template' };
      return known ?? unknown(name);
    });
  };
  return { text: masked, reveal, found, some: templates.length > 0 };
}

/** What YAML makes of a text without quotes: `8080` is a number. */
function plainValue(text: string): unknown {
  const reading = text.includes('\n') ? undefined : readYaml(text, LIMITS);
  return reading?.ok && (typeof reading.value !== 'object' || reading.value === null) ? reading.value : text;
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
