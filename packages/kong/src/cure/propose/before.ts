import type { Candidate, RequestChange } from '../model.ts';
import type { Situation } from '../situation.ts';
import { candidate } from './make.ts';
import { capitalized } from './retrieval.ts';
import { shortened } from './shortened.ts';

/** P1: a header that may stand only once; each of its lines is tried alone. */
export function oneHeaderLine(situation: Situation): Candidate[] {
  const { headers } = situation.request;
  const lower = headers.map(([name]) => name.toLowerCase());
  return headers.flatMap(([name, value], i) => {
    const key = name.toLowerCase();
    if (lower.indexOf(key) === lower.lastIndexOf(key)) return [];
    const kept = headers.filter((_, j) => j === i || lower[j] !== key);
    const other = headers.find((_, j) => j !== i && lower[j] === key)?.[1] ?? '';
    const change: RequestChange = {
      kind: 'request',
      part: 'header',
      name: capitalized(name),
      old: `${shortened(situation, other)}, and ${shortened(situation, value)}`,
      new: shortened(situation, value),
    };
    return candidate({ id: 'send-header-once', fix: 'F2', who: 'caller' }, change, {
      request: { ...situation.request, headers: kept },
    });
  });
}

/** P4: the route takes https only. */
export function useHttps(situation: Situation): Candidate[] {
  const change: RequestChange = { kind: 'request', part: 'scheme', name: 'scheme', old: 'http', new: 'https' };
  const request = { ...situation.request, scheme: 'https' as const, port: 443 };
  return candidate({ id: 'use-https', fix: 'F1', who: 'caller' }, change, { request });
}
