import type { Line, Span, Tone } from './model.ts';

/** Builds a line from text and spans: ``line`exp ${value('1700')}` `` reads better than arrays. */
export function line(strings: TemplateStringsArray, ...parts: readonly (Span | string | number)[]): Line {
  const spans: Span[] = [];
  strings.forEach((text, i) => {
    if (text !== '') spans.push({ text });
    const part = parts[i];
    if (part === undefined) return;
    spans.push(typeof part === 'object' ? part : { text: String(part) });
  });
  return spans;
}

const toned =
  (tone: Tone) =>
  (text: string): Span => ({ text, tone });

export const strong: (text: string) => Span = toned('strong');
export const good: (text: string) => Span = toned('good');
export const bad: (text: string) => Span = toned('bad');
export const warn: (text: string) => Span = toned('warn');
export const dim: (text: string) => Span = toned('dim');
export const code: (text: string) => Span = toned('code');
/** A value that came from outside: token, configuration, reply. */
export const value: (text: string) => Span = toned('value');
export const mark: (text: string) => Span = toned('mark');
