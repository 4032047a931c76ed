import type { Problem } from '@why401/core';
import type { Line, Report, Tone } from '@why401/core/report';
import { type Child, make } from '../dom/index.ts';
import { plain, sectionOf, spans } from '../print/index.ts';
import type { ExplainData } from '../state/index.ts';

export type StripTone = 'good' | 'bad' | 'warn' | 'plain';

const SIGNS: Readonly<Record<StripTone, string>> = { good: '✓', bad: '✗', warn: '!', plain: '·' };

interface Strip {
  readonly tone: StripTone;
  /** Before the first colon it is the status, behind it the reason; what ends with a colon goes on below. */
  readonly headline: string;
  /** Which of several. */
  readonly label?: string | undefined;
  readonly below?: readonly Child[];
  readonly level?: 'h2' | 'h3';
}

/** The answer in one sentence, before anything else. */
export function strip({ tone, headline, label, below = [], level = 'h2' }: Strip): HTMLElement {
  const sentence = headline.replace(/:$/, '.');
  const [, status = sentence, rest = ''] = /^([^:]{1,60})(: .*)$/su.exec(sentence) ?? [];
  return make(
    'div',
    { class: `strip ${tone}` },
    make('span', { class: 'strip-sign', attributes: { 'aria-hidden': 'true' } }, SIGNS[tone]),
    make(
      'div',
      { class: 'strip-text' },
      label === undefined ? null : make('p', { class: 'by' }, label),
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

/** Of an explanation: the reply as it stands on the wire, and who gave it. `label` stands over one of several. */
export function verdictStrip(report: Report, data: ExplainData, label?: string): HTMLElement {
  const level = label === undefined ? 'h2' : 'h3';
  const reply = sectionOf(report, 'reply')?.blocks[0];
  if (reply?.kind !== 'verbatim') return strip({ tone: 'plain', headline: report.title, label, level });
  const [first, ...rest] = reply.lines;
  const others = joinBody(rest);
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
  return strip({ tone: toneOf(first?.[0]?.tone, data), headline: report.title, label, below, level });
}

/** A body of several lines is one thing beside the headers. */
function joinBody(lines: readonly Line[]): readonly Line[] {
  const at = lines.findIndex((one) => /^[{<]/.test(plain(one)));
  return at === -1 ? lines : [...lines.slice(0, at), [{ text: lines.slice(at).map(bodyLine).join(' ') }]];
}

const bodyLine = (one: Line): string => plain(one).trim();

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
