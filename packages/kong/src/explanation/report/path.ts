import { type Line, line, type Section, type StepLine } from '@why401/core/report';
import type { Check } from '../../judgement/index.ts';
import { PIPELINE } from '../../plugins/index.ts';
import type { Explanation, Telling } from '../explanation.ts';
import { briefWords, passedWords } from '../words/index.ts';

/** The checks up to the failing one, then the names of those that were not reached. */
export function pathSection(explanation: Explanation, { zone }: Pick<Telling, 'zone'>): Section[] {
  const { judgement, request, now } = explanation;
  const steps = judgement.path.flatMap((check): StepLine[] => {
    const telling = { judgement, check, request, now, zone };
    if (check.outcome === 'fail') return [{ ...step(check), detail: short(briefWords(telling)), ...basis(check) }];
    if (check.outcome === 'unknown') return [{ ...step(check), detail: line`could not be seen` }];
    const detail = passedWords(telling);
    const assumed = check.assumed ? [...line`taken as passed`] : [];
    return detail === undefined && assumed.length === 0
      ? []
      : [{ ...step(check), detail: [...(detail ?? []), ...assumed] }];
  });
  const rest = notReached(judgement.failed).map((name): StepLine => ({ outcome: 'not-reached', name, detail: [] }));
  return steps.length + rest.length === 0
    ? []
    : [{ id: 'path', title: 'Path', blocks: [{ kind: 'steps', steps: [...steps, ...rest] }] }];
}

const step = ({ outcome, name }: Check) => ({ outcome, name });

function basis({ basis: [first] }: Check): { basis?: string } {
  return first === undefined ? {} : { basis: first.ref };
}

/** The sentence without its full stop. */
function short(text: Line | undefined): Line {
  if (text === undefined) return [];
  const last = text.at(-1);
  return last === undefined ? [] : [...text.slice(0, -1), { ...last, text: last.text.replace(/\.$/, '') }];
}

/** Names of the checks behind the failing one. */
export function notReached(failed: Check | null): readonly string[] {
  if (failed?.plugin?.name !== 'jwt') return [];
  const at = PIPELINE.findLastIndex(({ name }) => name === failed.name);
  const names = PIPELINE.slice(at + 1).map(({ name }) => name);
  return at === -1 ? [] : names.filter((name, i) => names.indexOf(name) === i);
}
