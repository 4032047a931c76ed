import type { Candidate, CureId, TokenChange, Who } from '../model.ts';
import type { Sight } from '../sight.ts';
import { membersOf, percentDecoded, replaceToken, withMembers } from '../surgery/index.ts';
import { candidate } from './make.ts';
import { valuelessArgument } from './retrieval.ts';
import { standInToken } from './stand-in.ts';

/** A way in which a good token is spoiled before Kong reads it, undone. */
interface Repair {
  readonly id: CureId;
  readonly who: Who;
  /** What was wrong: `quotes`, `standard base64`. */
  readonly old: string;
  readonly new: string;
  undo(text: string): string;
}

const alone = (text: string): string =>
  /eyJ[A-Za-z0-9_-]*\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*/.exec(text.slice(0, 65_536))?.[0] ?? text;

const REPAIRS: readonly Repair[] = [
  { id: 'take-quotes-off', who: 'caller', old: 'in quotes', new: 'bare', undo: (text) => text.replace(/["'\\]/g, '') },
  { id: 'decode-percent-signs', who: 'caller', old: 'percent-encoded', new: 'as issued', undo: percentDecoded },
  {
    id: 'encode-in-base64url',
    who: 'identity-provider',
    old: 'standard base64',
    new: 'base64url without padding',
    undo: (text) => text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', ''),
  },
  {
    id: 'take-blanks-out',
    who: 'caller',
    old: 'with blanks inside',
    new: 'in one piece',
    undo: (text) => text.replace(/\s+/g, ''),
  },
  { id: 'send-the-token-alone', who: 'caller', old: 'with other text around it', new: 'alone', undo: alone },
];

/** J20 and J24: what was done to the token on its way is undone; where nothing was, only another token helps. */
export function undecodable(sight: Sight): Candidate[] {
  const { token } = sight;
  if (token === '') return valuelessArgument(sight);
  if (token === undefined) return [];
  const repaired = REPAIRS.flatMap((repair) => {
    const fixed = repair.undo(token);
    if (fixed === token || fixed === '') return [];
    const change: TokenChange = { kind: 'token', part: 'form', name: 'token', old: repair.old, new: repair.new };
    return candidate({ id: repair.id, fix: 'F4', who: repair.who }, change, {
      request: replaceToken(sight.request, token, fixed),
    });
  });
  return repaired.length > 0 ? [...repaired, ...anotherToken(sight)] : anotherToken(sight);
}

/** J20 to J24, J30: text that is no signed JWT, whatever is done to it. */
export function anotherToken(sight: Sight): Candidate[] {
  const { token } = sight;
  if (token === undefined || token === '') return [];
  const parts = token.split('.').length;
  const old = parts === 5 ? 'encrypted (JWE, five parts)' : parts === 3 ? 'three parts, not a JWT' : 'opaque';
  const who = /^(undefined|null|\[object Object\]|)$/.test(token) ? 'caller' : 'identity-provider';
  const change: TokenChange = {
    kind: 'token',
    part: 'form',
    name: 'token',
    old,
    new: 'a signed JWT (JWS, three parts)',
  };
  return candidate({ id: 'send-a-signed-token', fix: 'F4', who, placeholders: ['<token>'] }, change, {
    request: replaceToken(sight.request, token, standInToken(sight)),
    standIns: ['token'],
  });
}

/** Versions by age that know more algorithms than the one before. */
const NEWER = ['3.4', '3.9'] as const;

/** J22: an algorithm that this version does not list. */
export function unlistedAlgorithm(sight: Sight): Candidate[] {
  const { token, judgement } = sight;
  const alg = token === undefined ? undefined : membersOf(token, 'header')?.['alg'];
  if (token === undefined) return [];
  const wanted = wantedAlgorithm(sight, token);
  const signed = withMembers(token, 'header', { alg: wanted });
  const change: TokenChange = { kind: 'token', part: 'header', name: 'alg', old: textOf(alg), new: wanted };
  const sign = { id: 'sign-with-listed-algorithm', fix: 'F5', who: 'identity-provider' } as const;
  return [
    ...NEWER.filter((version) => Number(version) > Number(judgement.version)).flatMap((version) =>
      candidate(
        { id: 'upgrade', fix: 'F5', who: 'gateway' },
        { kind: 'version', old: judgement.version, new: version },
        { version },
      ),
    ),
    ...(signed === undefined
      ? anotherToken(sight)
      : candidate(sign, change, { request: replaceToken(sight.request, token, signed), assume: ['signature'] })),
  ];
}

/** What the credential of this token wants, where there is one. */
function wantedAlgorithm({ config, gateway }: Sight, token: string): string {
  const claim = config.key_claim_name ?? 'iss';
  const value = membersOf(token, 'claims')?.[claim] ?? membersOf(token, 'header')?.[claim];
  const credential = gateway.jwtSecrets.find(({ key }) => key === value);
  return credential === undefined ? 'RS256' : (credential.algorithm ?? 'HS256');
}

function textOf(value: unknown): string | undefined {
  return value === undefined ? undefined : typeof value === 'string' ? value : JSON.stringify(value);
}
