import type { Basis } from '../facts/index.ts';
import { code, type Line, line, value } from '../report/index.ts';
import { certificateValidity } from './certificate.ts';
import type { KeySetView, KeyView, LifeEnd, TimelineEntry } from './model.ts';
import type { TokenFacts } from './token.ts';

const rfc = (ref: string): readonly Basis[] => [{ kind: 'rfc', ref }];

/** Everything that ends this token's life as far as the standard, its certificate and its key set tell. */
export function endsOf(entry: TimelineEntry, token: TokenFacts, now: number): LifeEnd[] {
  return [
    ...expEnd(token),
    ...maxAgeEnd(entry, token),
    ...(token.signed ? certificateEnds(token.certificates, 'the x5c of its own header') : []),
    ...(token.signed ? keyEnds(token, entry.keySet, now) : []),
    ...revokedEnd(token),
    ...(entry.ends ?? []),
  ];
}

function expEnd({ times: { exp } }: TokenFacts): LifeEnd[] {
  if (exp.state !== 'read') return [];
  const sentence = line`By ${code('exp')}; a verifier may allow a few seconds more.`;
  return [{ kind: 'exp', effect: 'ends', at: exp.instant, certain: true, basis: rfc('RFC 7519 §4.1.4'), sentence }];
}

function maxAgeEnd({ maxAge }: TimelineEntry, { times }: TokenFacts): LifeEnd[] {
  if (maxAge === undefined) return [];
  const basis = rfc('OpenID Connect Core 1.0 §3.1.3.7');
  const login = times.auth_time;
  if (login.state !== 'read') {
    const sentence = line`${code('max_age')} is asked for and the token has no usable ${code('auth_time')}: a verifier that checks it refuses.`;
    return [{ kind: 'max-age', effect: 'ends', at: null, certain: false, basis, sentence }];
  }
  const sentence = line`${code('auth_time')} + ${code('max_age')} of ${maxAge} s: a verifier that asks for it wants a new login then.`;
  return [{ kind: 'max-age', effect: 'ends', at: login.instant + maxAge * 1000, certain: false, basis, sentence }];
}

function certificateEnds(certificates: readonly string[], where: string): LifeEnd[] {
  return certificates.flatMap((text, index): LifeEnd[] => {
    const validity = certificateValidity(text);
    const which = index === 0 ? 'the certificate of the key' : `certificate ${index + 1} of its chain`;
    const base = { kind: 'certificate', effect: 'ends', certain: false, basis: rfc('RFC 7515 §4.1.6') } as const;
    if (validity === undefined)
      return [{ ...base, at: null, sentence: line`When ${which} (${where}) expires is not known: it cannot be read.` }];
    if (!Number.isFinite(validity.notAfter)) return [];
    const sentence = line`Then ${which} (${where}) expires: this ends the token where the verifier checks certificates.`;
    return [{ ...base, at: validity.notAfter, sentence }];
  });
}

function keyEnds(token: TokenFacts, set: KeySetView | undefined, now: number): LifeEnd[] {
  const base = { effect: 'ends', basis: rfc('RFC 7517 §4.5') } as const;
  const named: Line = token.keyId === null ? line`the signing key` : line`key ${value(token.keyId)}`;
  const removed: LifeEnd = {
    ...base,
    kind: 'key-removed',
    at: null,
    certain: false,
    sentence: [{ text: 'Sooner, once ' }, ...named, { text: ' leaves the key set that the verifier has loaded.' }],
  };
  if (set === undefined) return [removed];
  const key = findKey(set, token.keyId);
  if (key === 'unclear') return [removed];
  if (key !== undefined && key.problem === undefined)
    return [removed, ...certificateEnds(key.certificates ?? [], `in ${set.name}`)];
  const why = key?.problem === undefined ? ' is not in ' : ' cannot be used as it stands in ';
  const since = key?.problem === undefined ? '; when it left is not known.' : `: ${key.problem.message}`;
  const sentence: Line = [...named, { text: why }, value(set.name), { text: since }];
  return [{ ...base, kind: 'key-gone', at: now, certain: true, sentence }];
}

/** Without a `kid` a set of several keys does not tell which one signed. */
function findKey(set: KeySetView, keyId: string | null): KeyView | undefined | 'unclear' {
  if (keyId !== null) {
    const named = set.keys.filter(({ kid }) => kid === keyId);
    return named.find(({ problem }) => problem === undefined) ?? named[0];
  }
  return set.keys.length > 1 ? 'unclear' : set.keys[0];
}

function revokedEnd({ kind }: TokenFacts): LifeEnd[] {
  const sentence =
    kind === 'opaque'
      ? line`Whenever its issuer says so: this token can only be asked about (introspection).`
      : line`Sooner, once it is revoked, and only where the verifier asks the provider (introspection).`;
  return [{ kind: 'revoked', effect: 'ends', at: null, certain: false, basis: rfc('RFC 7662 §2.2'), sentence }];
}
