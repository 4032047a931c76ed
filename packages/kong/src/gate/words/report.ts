import type { Place } from '@why401/core';
import { redactReport } from '@why401/core/redact';
import {
  type Block,
  bad,
  code,
  dim,
  good,
  type Line,
  line,
  type Report,
  type Section,
  strong,
  value,
  warn,
} from '@why401/core/report';
import { maskedMessage } from '../../config/index.ts';
import type { GateCase, Gated, Side } from '../gate.ts';
import { countsOf } from './document.ts';
import { answerOf, shownValue } from './shown.ts';

/** The same facts as `gateDocument`, for people: how many change, then each that does, then what could not be seen. */
export function gateReport(gated: Gated): Report {
  const headline = headlineOf(gated);
  const { cases, refusals } = gated;
  const changed = cases.filter(({ outcome }) => outcome === 'changed');
  const unseen = cases.filter(({ outcome }) => outcome === 'undetermined');
  const same = cases.filter(({ outcome }) => outcome === 'same');
  const sections: readonly Section[] = [
    { id: 'verdict', title: '', blocks: [text([headline])] },
    {
      id: 'refused',
      title: 'Refused',
      blocks:
        refusals.length === 0 ? [] : [text(refusals.map((one) => line`${one.path.join('.')}: ${maskedMessage(one)}`))],
    },
    { id: 'why', title: 'Changed', blocks: changed.flatMap(changedBlocks) },
    { id: 'unknown', title: 'Unknown', blocks: unseen.map((one) => text(unseenLines(one))) },
    { id: 'same', title: 'Same', blocks: same.length === 0 ? [] : [text(same.map(sameLine))] },
  ];
  return redactReport({
    title: headline.map((span) => span.text).join(''),
    sections: sections.filter(({ blocks }) => blocks.length > 0),
  });
}

const text = (lines: readonly Line[]): Block => ({ kind: 'text', lines });

function headlineOf(gated: Gated): Line {
  const { before, after, version, cases, refusals } = gated;
  const { changed, undetermined } = countsOf(gated);
  const where = dim(` · ${before} → ${after} · Kong ${version}`);
  if (refusals.length > 0) return line`${bad('Kong refuses the new configuration')}${where}`;
  const of = `${changed} of ${cases.length} requests`;
  const verdict =
    changed > 0
      ? bad(`${of} would be answered differently`)
      : undetermined > 0
        ? warn('No change is known')
        : good('No answer changes');
  const unknown = undetermined === 0 ? '' : `, ${undetermined} could not be decided`;
  const rest = changed > 0 ? unknown : ` in ${cases.length} requests${unknown}`;
  return line`${verdict}${rest}${where}`;
}

function changedBlocks(one: GateCase): readonly Block[] {
  const { before, after, differences, moved } = one;
  const rows = differences.map((difference) => [
    line`${code(difference.field)}`,
    line`${value(shownValue(difference, difference.before))}`,
    line`${value(shownValue(difference, difference.after))}`,
  ]);
  return [
    text([
      line`${strong(one.name)} ${value(one.request)}: ${answerOf(before)} → ${bad(answerOf(after))}`,
      ...(moved === undefined ? [] : [line`${moved}`]),
      line`old: ${before.why}${dim(at(before.place))}`,
      line`new: ${after.why}${dim(at(after.place))}`,
    ]),
    { kind: 'table', head: ['Differs', 'Old', 'New'], rows },
  ];
}

function unseenLines({ name, request, before, after }: GateCase): readonly Line[] {
  return [line`${strong(name)} ${value(request)}`, ...sideLines('old', before), ...sideLines('new', after)];
}

const sideLines = (name: string, side: Side): readonly Line[] => [line`${name}: ${answerOf(side)}. ${side.why}`];

const sameLine = ({ name, request, after }: GateCase): Line => line`${name} ${value(request)}: ${answerOf(after)}`;

const at = (place: Place | null): string => {
  const where = [place?.file, place?.line].filter((part) => part !== undefined).join(':');
  return where === '' ? '' : ` ${where}`;
};
