import type { StepLine, Tone } from '../model.ts';

interface Symbol {
  readonly unicode: string;
  readonly ascii: string;
  readonly tone: Tone;
}

export const STEP_SYMBOLS: Readonly<Record<StepLine['outcome'], Symbol>> = {
  pass: { unicode: '✓', ascii: 'ok', tone: 'good' },
  fail: { unicode: '✗', ascii: 'NO', tone: 'bad' },
  unknown: { unicode: '?', ascii: '??', tone: 'warn' },
  'not-applicable': { unicode: '–', ascii: '--', tone: 'dim' },
  'not-reached': { unicode: '–', ascii: '--', tone: 'dim' },
};

export const symbolOf = (outcome: StepLine['outcome'], unicode: boolean): string =>
  unicode ? STEP_SYMBOLS[outcome].unicode : STEP_SYMBOLS[outcome].ascii.padEnd(2);

export const ellipsis = (unicode: boolean): string => (unicode ? '…' : '...');
/** Fills a row up where another one has more. */
export const filler = (unicode: boolean): string => (unicode ? '·' : ' ');
export const bar = (unicode: boolean): string => (unicode ? '│' : '|');
