import { code, type Line, line, value } from '@why401/core/report';
import type { Cure, Ending, StandIn, WeakensId } from '../../cure/index.ts';
import { fromBytes } from '../../wire/bytes.ts';

const STAND_IN: Readonly<Record<StandIn, string>> = {
  token: 'the token itself, which only the caller has',
  key: 'the key, which only you have',
  claim: 'the value of the claim',
};

/** What the second simulation showed, honestly. */
export function proofSentence({ proof }: Cure): Line {
  const { assumed, standIns, after } = proof;
  const [standIn] = standIns;
  if (standIn === 'token') return line`Proven up to ${STAND_IN.token}: this check then passes.`;
  if (standIn !== undefined) return line`Proven up to ${STAND_IN[standIn]}: ${ending(after, 'everything else')}`;
  if (assumed.length > 0)
    return line`Proven up to the signature, which only the issuer can make: ${ending(after, 'all else')}`;
  return line`Proven: ${ending(after, 'the same request')}`;
}

function ending({ outcome, status, body }: Ending, what: string): string {
  if (outcome === 'proxied') return `${what} then passes, and the upstream answers.`;
  return `${what === 'the same request' ? what : 'the request'} then gets ${status} ${fromBytes(body ?? '')
    .replace(/\s+/g, ' ')
    .trim()}`;
}

const WEAKENS: Readonly<Record<WeakensId, Line>> = {
  'expiry-unchecked': line`Weaker: expired tokens are then good for ever.`,
  'start-unchecked': line`Weaker: tokens are then good before their time.`,
  'longer-lifetime': line`Weaker: a stolen token is then good for longer.`,
  'preflight-unchecked': line`Weaker: every OPTIONS request then passes without a token, with whatever ${code('X-Consumer-*')} headers it sends.`,
  'anonymous-accepted': line`Weaker: every refused request is then let in as that consumer.`,
  'more-let-in': line`Weaker: it then lets in what it was told to keep out.`,
  'larger-requests': line`Weaker: larger bodies then reach the upstream.`,
  'token-in-url': line`Weaker: a token in a URL stands in access logs and histories.`,
};

export function weakensSentence({ weakens }: Cure): Line | undefined {
  return weakens === null ? undefined : WEAKENS[weakens];
}

export function placeholderSentence({ placeholders }: Cure): Line | undefined {
  if (placeholders.length === 0) return undefined;
  return line`Fill in ${value(placeholders.join(', '))}.`;
}
