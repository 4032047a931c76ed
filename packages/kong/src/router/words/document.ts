import { redactJson } from '@why401/core/redact';
import { fromBytes } from '../../wire/index.ts';
import type { Candidate, Miss, RouteReport } from '../report/index.ts';
import { behindText, whenText } from './behind.ts';
import { nameOf } from './report.ts';
import { foundOf, pathOf, textOf } from './shown.ts';

/** The report for machines: members of the document of `why401 route`. Every candidate is there. */
export function routeDocument(report: RouteReport): object {
  return redactJson(documentOf(report)) as object;
}

function documentOf({ flavor, version, asked, match, candidates, otherwise }: RouteReport): object {
  const matched = match.kind === 'matched' ? match : undefined;
  return {
    kongVersion: version,
    routerFlavor: flavor,
    request: { ...asked, method: fromBytes(asked.method), host: fromBytes(asked.host), path: fromBytes(asked.path) },
    outcome: match.kind,
    route: matched === undefined ? null : nameOf(matched.route),
    service: matched?.service ? textOf(matched.service.name ?? matched.service.id) : null,
    upstreamPath: matched === undefined ? null : pathOf(matched.upstreamPath),
    random: matched?.random ?? false,
    because: match.kind === 'undetermined' ? match.because : [],
    candidates: candidates.map(candidateOf),
    otherwise: otherwise.map(({ when, route }) => ({
      when,
      text: whenText(when),
      route: route === null ? null : nameOf(route),
    })),
  };
}

const candidateOf = ({ route, outcome, misses, behind }: Candidate): object => ({
  route: nameOf(route),
  outcome,
  place: route.place(),
  misses: misses.map(missOf),
  ...(behind && { behind: { by: behind.by, text: behindText(behind) } }),
});

const missOf = (miss: Miss): object => ({
  attribute: miss.attribute,
  wanted: miss.wanted.map(textOf),
  found: foundOf(miss),
  place: miss.place,
  ...(miss.why !== undefined && { why: textOf(miss.why) }),
});
