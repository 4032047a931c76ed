import type { Problem } from '@why401/core';
import type { Report, Tone } from '@why401/core/report';
import { type Child, make } from '../dom/index.ts';
import { sectionOf, spans } from '../print/index.ts';
import type { ExplainData } from '../state/index.ts';

export type StripTone = 'good' | 'bad' | 'warn' | 'plain';

const SIGNS: Readonly<Record<StripTone, string>> = { good: '✓', bad: '✗', warn: '!', plain: '·' };

interface Strip {
  readonly tone: StripTone;
  /** Before the first colon it is the status, behind it the reason. */
  readonly headline: string;
  readonly below?: readonly Child[];
  readonly level?: 'h2' | 'h3';
}

/** The answer in one sentence, before anything else. */
export function strip({ tone, headline, below = [], level = 'h2' }: Strip): HTMLElement {
  const [, status = headline, rest = ''] = /^([^:]{1,60})(: .*)$/su.exec(headline) ?? [];
  return make(
    'div',
    { class: `strip ${tone}` },
    make('span', { class: 'strip-sign', attributes: { 'aria-hidden': 'true' } }, SIGNS[tone]),
    make(
      'div',
      { class: 'strip-text' },
      make(
        level,
        { class: 'headline' },
        make('span', { class: 'status' }, status),
        make('span', { class: 'reason' }, rest),
      ),
      ...below,
    ),
  );
}

/** Of an explanation: the reply as it stands on the wire, and who gave it. */
export function verdictStrip(report: Report, data: ExplainData, level: 'h2' | 'h3' = 'h2'): HTMLElement {
  const reply = sectionOf(report, 'reply')?.blocks[0];
  if (reply?.kind !== 'verbatim') return strip({ tone: 'plain', headline: report.title, level });
  const [first, ...others] = reply.lines;
  const below = [
    reply.aside === undefined ? null : make('p', { class: 'by' }, ...spans(reply.aside)),
    others.length === 0
      ? null
      : make(
          'div',
          { class: 'wires' },
          ...others.map((line) => make('p', { class: 'wire' }, make('code', {}, ...spans(line)))),
        ),
  ];
  return strip({ tone: toneOf(first?.[0]?.tone, data), headline: report.title, below, level });
}

function toneOf(tone: Tone | undefined, { outcome, diagnosis }: ExplainData): StripTone {
  if (outcome === 'proxied') return diagnosis === null || diagnosis === undefined ? 'good' : 'warn';
  return tone === 'bad' || tone === 'warn' || tone === 'good' ? tone : 'plain';
}

export const problemStrip = (problems: readonly Problem[]): HTMLElement =>
  strip({
    tone: 'warn',
    headline: problems[0]?.message ?? 'The server could not judge it.',
    below: [
      ...(problems[0]?.hint === undefined ? [] : [make('p', {}, problems[0].hint)]),
      ...problems.slice(1).map(({ message, hint }) => make('p', {}, message, hint === undefined ? '' : ` ${hint}`)),
    ],
  });
