import type { Problem } from '@why401/core';
import type { Refusal } from '../model.ts';
import { maskedMessage } from './masked.ts';
import { REFUSAL_WORDS, type Refused } from './refusals-table.ts';

/** What Kong refuses, in sentences: one problem for each cause, the checks that only repeat another fault left out. */
export function refusalProblems(refusals: readonly Refusal[]): readonly Problem[] {
  const causes = refusals.filter(({ message }) => !message.startsWith('failed conditional validation'));
  return (causes.length > 0 ? causes : refusals).map(refusalProblem);
}

export function refusalProblem(refusal: Refusal): Problem {
  const refused = read(refusal);
  for (const { code, when, at, say, hint } of REFUSAL_WORDS) {
    const match = when.exec(refused.message);
    if (!match || (at && !at.test(refused.path))) continue;
    const message = [say(refused, match), refusal.over].filter((part) => part !== undefined).join(', because ');
    return { code, message, ...place(refusal), hint: hint(refused, match) };
  }
  const message = `Kong refuses ${refused.path}: ${refused.message}`;
  return { code: 'config-refused', message, ...place(refusal), hint: 'change the value as Kong asks' };
}

function read({ path, message: kongs }: Refusal): Refused {
  const message = maskedMessage({ message: kongs });
  const steps = path.filter((step) => step !== '@entity');
  const names = steps.filter((step) => typeof step === 'string');
  return { path: dotted(steps), field: names[names.length - 1] ?? '', message };
}

/** `plugins[0].config.claims_to_verify[0]` */
function dotted(path: readonly (string | number)[]): string {
  return path.reduce<string>(
    (out, step) => (typeof step === 'number' ? `${out}[${step}]` : out === '' ? step : `${out}.${step}`),
    '',
  );
}

function place({ place: where }: Refusal): { place?: NonNullable<Refusal['place']> } {
  return where === undefined ? {} : { place: where };
}
