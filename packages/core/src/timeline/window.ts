import type { Basis, Problem } from '../facts/index.ts';
import type { AcceptWindow, Judge, LifeEnd, TimeClaims } from './model.ts';
import { notANumber } from './remarks.ts';

const RFC: readonly Basis[] = [
  { kind: 'rfc', ref: 'RFC 7519 §4.1.4' },
  { kind: 'rfc', ref: 'RFC 7519 §4.1.5' },
];

export const RFC_JUDGE = 'RFC 7519';

/**
 * RFC 7519 on the time claims alone: refused on or after `exp`, refused before `nbf`, both optional.
 * The leeway that it allows is the verifier's own and is none here.
 */
export function standardWindow(times: TimeClaims): AcceptWindow {
  const { exp, nbf } = times;
  for (const [name, claim] of [['exp', exp] as const, ['nbf', nbf] as const]) {
    if (claim.state !== 'unusable') continue;
    return claim.finite
      ? { kind: 'never', by: name, problem: wrongType(name, claim.found) }
      : { kind: 'unknown', problem: tooLarge(name) };
  }
  return {
    kind: 'window',
    ...(nbf.state === 'read' ? { from: nbf.instant, fromBy: 'nbf' } : { from: null, fromBy: null }),
    ...(exp.state === 'read' ? { until: exp.instant, untilBy: 'exp' } : { until: null, untilBy: null }),
  };
}

/** The standard as a judge: what is certain to end the token ends its window too. */
export function standardJudge(window: AcceptWindow, ends: readonly LifeEnd[]): Judge {
  const judge = { name: RFC_JUDGE, basis: RFC };
  if (window.kind !== 'window') return { ...judge, window };
  let { until, untilBy } = window;
  for (const end of ends) {
    if (end.effect !== 'ends' || !end.certain || end.at === null || end.at >= (until ?? Number.POSITIVE_INFINITY))
      continue;
    [until, untilBy] = [end.at, end.kind];
  }
  return { ...judge, window: { ...window, until, untilBy } };
}

const wrongType = (name: string, found: string): Problem => ({
  code: notANumber(name),
  message: `${name} is ${found}: it must be a number of seconds.`,
  hint: `Let the issuer write ${name} as a JSON number, without quotes.`,
});

function tooLarge(name: string): Problem {
  return {
    code: 'number-out-of-range',
    message: `${name} is larger than any number that programs count with: verifiers differ in what they make of it.`,
    hint: `Let the issuer write ${name} in seconds since 1970.`,
  };
}
