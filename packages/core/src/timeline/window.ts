import type { Basis, Problem } from '../facts/index.ts';
import type { AcceptWindow, Judge, LifeEnd, TimeClaim, TimeClaims } from './model.ts';

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
    return claim.found === 'infinite'
      ? { kind: 'unknown', problem: tooLarge(name) }
      : { kind: 'never', by: name, problem: notANumber(name, claim.found) };
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

function notANumber(name: string, found: Extract<TimeClaim, { state: 'unusable' }>['found']): Problem {
  const what = found === 'null' ? 'null' : found === 'array' || found === 'object' ? `an ${found}` : `a ${found}`;
  return {
    code: 'time-not-a-number',
    message: `${name} is ${what}: it must be a number of seconds.`,
    hint: `Let the issuer write ${name} as a JSON number, without quotes.`,
  };
}

function tooLarge(name: string): Problem {
  return {
    code: 'time-not-finite',
    message: `${name} is larger than any number that programs count with: verifiers differ in what they make of it.`,
    hint: `Let the issuer write ${name} in seconds since 1970.`,
  };
}
