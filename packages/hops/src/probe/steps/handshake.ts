import { type EffectCode, notApplicable, notSeen, type Step } from '../model.ts';
import { ownHandshake, speaksTls } from '../spoken.ts';

/** Runtime's code of a failed handshake → what OpenSSL in Kong says of the same. */
const FAILURES: readonly (readonly [pattern: RegExp, effect: EffectCode])[] = [
  [/WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|RECORD_LAYER_FAILURE/, 'T-PLAIN'],
  [/ALERT|UNRECOGNIZED_NAME|NO_APPLICATION_PROTOCOL/, 'T-ALERT'],
  [/^(?:ECONNRESET|closed|EPIPE)$/, 'T-CLOSED'],
  [/^timeout$/, 'U-TO-TLS'],
];

export const handshake: Step = (facts) => {
  if (!speaksTls(facts.target)) return notApplicable(`The protocol of the Service is ${facts.target.protocol}.`);
  const own = ownHandshake(facts);
  if (own === undefined) return notSeen('No connection came about.');
  const others = facts.handshakes.filter(({ kind }) => kind === 'tls-1.2' || kind === 'tls-1.3');
  const versions = others.map(({ kind, version, failure }) => `${kind}: ${version === undefined ? failure : 'taken'}`);
  if (own.version !== undefined)
    return {
      outcome: 'pass',
      ms: own.ms,
      evidence: [`${own.version}, ${own.cipher}${own.alpn === undefined ? '' : `, ALPN ${own.alpn}`}`, ...versions],
    };
  const failure = own.failure ?? 'error';
  const effect = FAILURES.find(([pattern]) => pattern.test(failure))?.[1] ?? 'T-LOCAL';
  return {
    outcome: 'fail',
    ms: own.ms,
    effect,
    evidence: [`With the name ${own.servername ?? '(none)'}: ${failure}`, ...versions],
    fix: { advice: ADVICE[effect] ?? OTHER },
  };
};

const ADVICE: Partial<Record<EffectCode, string>> = {
  'T-PLAIN': 'The port speaks no TLS: set protocol to http, or port to the TLS port.',
  'T-CLOSED':
    'The server closes on this name or this address: host of the Service is the name in TLS (preserve_host sends the client’s).',
  'T-ALERT': 'The server refuses version, cipher, name or the missing client certificate: see the steps below.',
  'U-TO-TLS': 'The port stays silent to a handshake: set protocol to http, or correct the port.',
};
const OTHER = 'The server offers only what OpenSSL takes for too weak: it has to offer TLS 1.2 or newer.';
