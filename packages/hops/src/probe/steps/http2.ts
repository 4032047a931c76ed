import { notApplicable, notSeen, type Step } from '../model.ts';
import { isGrpc, ownHandshake, speaksTls, wordsOf } from '../spoken.ts';

/** Kong speaks HTTP/2 to a server for grpc and grpcs alone, and nothing else then. */
export const http2: Step = (facts) => {
  const { target } = facts;
  const own = ownHandshake(facts);
  const can = speaksTls(target) ? own?.alpn === 'h2' : facts.http2 !== undefined && wordsOf(facts.http2) === 'http2';
  if (!isGrpc(target))
    return can
      ? { outcome: 'pass', evidence: ['The server speaks HTTP/2 too; Kong asks it in HTTP/1.1.'] }
      : notApplicable('Kong asks in HTTP/1.1.');
  if (can) return { outcome: 'pass', evidence: ['The server speaks HTTP/2.'] };
  if (speaksTls(target) ? own === undefined : facts.http2 === undefined) return notSeen('No connection came about.');
  return speaksTls(target)
    ? {
        outcome: 'fail',
        effect: 'T-ALERT',
        evidence: [`The server did not choose h2 (${own?.failure ?? own?.alpn ?? 'no ALPN'}).`],
        fix: { service: { protocol: 'https' } },
      }
    : {
        outcome: 'fail',
        effect: 'G-HTTP1',
        evidence: ['The server does not open HTTP/2.'],
        fix: { service: { protocol: 'http' } },
      };
};
