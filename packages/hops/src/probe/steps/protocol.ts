import type { Step } from '../model.ts';
import { ownHandshake, shown, speaksTls, wantsTls, wordsOf } from '../spoken.ts';

/** Whether the port speaks what the protocol of the Service says: plain or TLS. */
export const protocol: Step = (facts) => {
  const { plain, target } = facts;
  const handshake = ownHandshake(facts);
  if (plain === undefined && handshake === undefined)
    return { outcome: 'unknown', evidence: ['No connection came about.'] };
  const tls = handshake?.version !== undefined;
  const words = plain === undefined ? 'nothing' : wordsOf(plain);
  const plainHttp = words === 'http' && plain !== undefined && !wantsTls(plain);
  const evidence = [
    plain === undefined || words === 'nothing'
      ? `To plain HTTP: ${plain?.end === 'silent' ? 'silence' : `no octet (${plain?.failure ?? plain?.end ?? 'not asked'})`}`
      : `To plain HTTP: ${shown(plain)}`,
    `To a TLS handshake: ${handshake?.version ?? handshake?.failure ?? 'not asked'}`,
  ];
  const secured = { http: 'https', grpc: 'grpcs', ws: 'wss', tcp: 'tls' } as const;
  if (speaksTls(target) && !tls && plainHttp)
    return { outcome: 'fail', evidence, effect: 'T-PLAIN', fix: { service: { protocol: plainOf(target.protocol) } } };
  if (!speaksTls(target) && tls && !plainHttp) {
    const effect =
      plain !== undefined && wantsTls(plain) ? 'plain-http-page' : words === 'nothing' ? 'U-FIN-HEAD' : 'U-NOHTTP';
    const wanted = secured[target.protocol as keyof typeof secured];
    return { outcome: 'fail', evidence, effect, fix: { service: { protocol: wanted ?? 'https' } } };
  }
  if (words === 'http2' || words === 'ssh' || words === 'other')
    if (!speaksTls(target) && target.protocol !== 'grpc' && target.protocol !== 'tcp')
      return {
        outcome: 'fail',
        evidence,
        effect: 'U-NOHTTP',
        fix:
          words === 'http2'
            ? { service: { protocol: 'grpc' } }
            : { advice: 'Another service listens on this port: correct port or host.' },
      };
  if (speaksTls(target) ? tls : words !== 'nothing') return { outcome: 'pass', evidence };
  return { outcome: 'unknown', evidence };
};

const plainOf = (protocol: string): string =>
  ({ https: 'http', grpcs: 'grpc', wss: 'ws', tls: 'tcp' })[protocol] ?? 'http';
