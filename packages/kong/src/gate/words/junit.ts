import { maskedMessage } from '../../config/index.ts';
import type { GateCase, Gated } from '../gate.ts';
import { countsOf } from './document.ts';
import { answerOf, shownValue } from './shown.ts';

/** A change is a failure, what could not be decided is an error: JUnit's two words for them. */
export function gateJunit(gated: Gated): string {
  const { cases, before, after, refusals } = gated;
  const { changed, undetermined } = countsOf(gated);
  const refused = refusals.length > 0 ? 1 : 0;
  const rows = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuite name="why401 gate ${escaped(before)} ${escaped(after)}" tests="${cases.length + refused}" failures="${changed + refused}" errors="${undetermined}" skipped="0">`,
    ...(refused > 0 ? refusedRows(gated) : []),
    ...cases.flatMap(caseRows),
    '</testsuite>',
  ];
  return `${rows.join('\n')}\n`;
}

function refusedRows({ refusals }: Gated): readonly string[] {
  const text = refusals.map((one) => `${one.path.join('.')}: ${maskedMessage(one)}`).join('\n');
  return [
    '  <testcase classname="why401.gate" name="the new configuration">',
    `    <failure message="Kong refuses it">${escaped(text)}</failure>`,
    '  </testcase>',
  ];
}

function caseRows(one: GateCase): readonly string[] {
  const { name, request, outcome, before, after, differences, moved } = one;
  const open = `  <testcase classname="why401.gate" name="${escaped(`${name} ${request}`)}"`;
  if (outcome === 'same') return [`${open}/>`];
  const lines = [
    ...(moved === undefined ? [] : [moved]),
    `old: ${answerOf(before)}: ${before.why}`,
    `new: ${answerOf(after)}: ${after.why}`,
    ...differences.map((of) => `${of.field}: ${shownValue(of, of.before)} -> ${shownValue(of, of.after)}`),
  ];
  const tag = outcome === 'changed' ? 'failure' : 'error';
  const message = outcome === 'changed' ? `${answerOf(before)} -> ${answerOf(after)}` : 'could not be decided';
  return [
    `${open}>`,
    `    <${tag} message="${escaped(message)}">${escaped(lines.join('\n'))}</${tag}>`,
    '  </testcase>',
  ];
}

const ENTITIES: Readonly<Record<string, string>> = {
  '<': '&lt;',
  '>': '&gt;',
  '&': '&amp;',
  '"': '&quot;',
  "'": '&apos;',
};

/** XML 1.0 has no other control characters, not even escaped. */
const escaped = (text: string): string =>
  text
    .replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd]/g, '\ufffd')
    .replace(/[<>&"']/g, (character) => ENTITIES[character] ?? character);
