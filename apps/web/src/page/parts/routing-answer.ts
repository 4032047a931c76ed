import type { Line, Report } from '@why401/core/report';
import type { Context } from '../actions/index.ts';
import { type Child, make } from '../dom/index.ts';
import { plain, section, sectionOf, sections } from '../print/index.ts';
import type { RouteAnswer } from '../state/index.ts';
import { sameAs } from './same-as.ts';
import { type StripTone, strip } from './strip.ts';

/** The Route that takes the request, what became of every other one, and the plugins that then run. */
export function routingAnswer(context: Context, { report, data, plugins, sameAs: command }: RouteAnswer): Child[] {
  const routes = sectionOf(report, 'path');
  return [
    verdict(report, data.outcome),
    make(
      'div',
      { class: 'stack' },
      routes === undefined ? null : make('div', { class: 'card routes' }, section(routes)),
      ...sections(report, ['reply', 'path']).map((one) => make('div', { class: 'card' }, one)),
      plugins === undefined || plugins === null
        ? null
        : make(
            'div',
            { class: 'card plugins' },
            section({ ...plugins, title: 'Plugins, in the order in which they run' }),
          ),
    ),
    sameAs(context, 'routed', command),
  ];
}

const TONES: Readonly<Record<string, StripTone>> = {
  matched: 'good',
  none: 'bad',
  failed: 'bad',
  undetermined: 'warn',
};

function verdict(report: Report, outcome = ''): HTMLElement {
  const first = sectionOf(report, 'reply')?.blocks[0];
  const line: Line = first?.kind === 'text' ? (first.lines[0] ?? []) : [];
  const isWhole = line.length > 2;
  return strip({
    tone: TONES[outcome] ?? 'plain',
    headline: isWhole
      ? plain(line.slice(1, -1))
          .trim()
          .replace(/^takes/, 'Takes')
          .replace(/^makes/, 'Makes')
      : report.title,
    below: isWhole ? [make('p', { class: 'by' }, plain(line.slice(0, 1)), plain(line.slice(-1)))] : [],
  });
}
