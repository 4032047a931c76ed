import type { Evidence } from '../evidence/index.ts';
import { type Cause, causeRow, type Hop } from '../tables/causes/index.ts';
import { linkOf } from './link.ts';
import type { Alternative, Candidate, Certainty, Finding, Verdict, Wanted } from './model.ts';

const MOST_CANDIDATES = 4;

/** A finding with its link, its candidates and the caps that hold for all stages. */
export function conclude(found: Finding, evidence: Evidence): Verdict {
  const certainty = capped(found, evidence);
  const main: Candidate = {
    hop: found.hop,
    link: found.link ?? linkOf(found.cause, found.hop, evidence),
    cause: found.cause,
    certainty,
  };
  const others = (found.or ?? []).map((one) => candidate(one, found, evidence));
  const candidates = [main, ...others].filter(
    ({ cause }, index, all) => all.findIndex((other) => other.cause === cause) === index,
  );
  return {
    ...main,
    candidates: found.whole ? candidates : candidates.slice(0, MOST_CANDIDATES),
    because: [found.because],
    places: found.places ?? [],
    plugin: found.plugin ?? null,
    raise: certainty === 'certain' ? [] : wanted(evidence).filter((log) => log !== 'lb1-log' || !found.whole),
  };
}

function candidate(one: Alternative, { hop }: Finding, evidence: Evidence): Candidate {
  const { cause, hop: own } = typeof one === 'string' ? { cause: one, hop: usualHop(one, hop) } : one;
  return { hop: own, link: linkOf(cause, own, evidence), cause, certainty: 'possible' };
}

/** LB1 that put its own page in place of Kong's answered, whatever the cause was. */
function usualHop(cause: Cause, hop: Hop): Hop {
  const usual = causeRow(cause).hop;
  return hop === 'lb1' && usual === 'kong' ? 'lb1' : usual;
}

/** Without the client's answer, LB1 may have put another in its place, or the client have left. */
function capped({ certainty }: Finding, { answer, record }: Evidence): Certainty {
  if (certainty !== 'certain') return certainty;
  const seen = answer !== null && (answer.status !== null || record.client?.error !== null);
  return seen ? 'certain' : 'likely';
}

function wanted({ record, answer, trace, lines, hasLb1, hasLb2, configured }: Evidence): readonly Wanted[] {
  return [
    ...(answer === null ? (['client'] as const) : []),
    ...(lines.given ? [] : (['error-log'] as const)),
    ...(trace.given && record.entry !== null ? [] : (['json'] as const)),
    ...(hasLb1 !== false && (record.lb1 ?? []).length === 0 ? (['lb1-log'] as const) : []),
    ...(hasLb2 !== false && (record.lb2 ?? []).length === 0 ? (['lb2-log'] as const) : []),
    ...(configured.gateway === null ? (['config'] as const) : []),
  ];
}
