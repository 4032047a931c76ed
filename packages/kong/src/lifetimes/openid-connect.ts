import type { Basis, Problem } from '@why401/core';
import { isObject, type JsonObject, member, type Token } from '@why401/core/parse';
import { code, line } from '@why401/core/report';
import type { AcceptWindow, GatewayLife, LifeEnd, NotAnEnd } from '@why401/core/timeline';
import type { Plugin } from '../config/index.ts';
import { unknownIn } from '../plugins/index.ts';
import { instanceName, undetermined } from './words.ts';

/** Fields that bear on time; defaults of the plugin's schema. The source is closed: all of this is from documents. */
interface Settings {
  readonly verifyClaims: boolean;
  /** Seconds. */
  readonly leeway: number;
  readonly maxAge: number | null;
  readonly introspectsJwt: boolean;
  readonly cachesIntrospection: boolean;
  /** Seconds. */
  readonly cacheTtl: number;
}

const DOCS: readonly Basis[] = [
  { kind: 'kong-docs', ref: 'OpenID Connect plugin: leeway, verify_claims, max_age, cache_ttl, introspect_jwt_tokens' },
  { kind: 'assumed', ref: 'the source of this plugin is not public' },
];

/** What ends a token at one instance of Kong's `openid-connect` plugin, as far as documents say. */
export function openidConnectLife(plugin: Plugin, token: Token): GatewayLife {
  const name = instanceName(plugin);
  const raw = configOf(plugin);
  const names = unknownIn(Object.values(raw));
  const settings = settingsOf(raw);
  const claims = token.kind === 'jws' ? token.claims : undefined;
  const window: AcceptWindow =
    names.length > 0
      ? { kind: 'unknown', problem: undetermined(names) }
      : claims === undefined
        ? { kind: 'unknown', problem: asked(name) }
        : windowOf(settings, claims);
  return {
    name,
    window,
    basis: DOCS,
    lenient: leniency(settings, name),
    ends: endsOf(settings, window, claims, name),
    notEnds: settings.introspectsJwt ? [] : [notAsked(name)],
  };
}

/** As written: no schema of this plugin is modelled. */
function configOf({ config, raw }: Plugin): Readonly<Record<string, unknown>> {
  const written = typeof raw === 'object' && raw !== null && 'config' in raw ? raw.config : undefined;
  const chosen = config ?? written;
  return typeof chosen === 'object' && chosen !== null ? (chosen as Record<string, unknown>) : {};
}

function settingsOf(raw: Readonly<Record<string, unknown>>): Settings {
  const flag = (name: string, unset: boolean): boolean => (typeof raw[name] === 'boolean' ? raw[name] : unset);
  const seconds = (name: string): number | null => {
    const value = raw[name];
    return typeof value === 'number' && Number.isFinite(value) ? value : null;
  };
  return {
    verifyClaims: flag('verify_claims', true),
    leeway: seconds('leeway') ?? 0,
    maxAge: seconds('max_age'),
    introspectsJwt: flag('introspect_jwt_tokens', false),
    cachesIntrospection: flag('cache_introspection', true),
    cacheTtl: seconds('cache_ttl') ?? 3600,
  };
}

function windowOf({ verifyClaims, leeway }: Settings, claims: JsonObject): AcceptWindow {
  const free: AcceptWindow = { kind: 'window', from: null, fromBy: null, until: null, untilBy: null };
  if (!verifyClaims) return free;
  const times: Partial<Record<string, number>> = {};
  for (const name of ['exp', 'nbf', 'iat']) {
    const value = member(claims, name);
    if (value === undefined) continue;
    if (typeof value !== 'number' || !Number.isFinite(value)) return { kind: 'unknown', problem: notANumber(name) };
    times[name] = value;
  }
  const { exp, nbf, iat } = times;
  const starts = [['nbf', nbf] as const, ['iat', iat] as const].flatMap(([by, at]) =>
    at === undefined ? [] : [{ by, at }],
  );
  const first = starts.sort((a, b) => b.at - a.at)[0];
  return {
    kind: 'window',
    from: first === undefined ? null : Math.ceil(first.at - leeway) * 1000,
    fromBy: first?.by ?? null,
    until: exp === undefined ? null : Math.ceil(exp + leeway) * 1000,
    untilBy: exp === undefined ? null : 'exp',
  };
}

function leniency({ verifyClaims, leeway }: Settings, name: string): NonNullable<GatewayLife['lenient']> {
  const reason: Problem = verifyClaims
    ? { code: 'leeway', message: `leeway is ${leeway} s at ${name}.` }
    : { code: 'claims-not-verified', message: `verify_claims is false at ${name}, so no time claim is looked at.` };
  return { early: reason, late: reason, malformed: reason };
}

function endsOf(settings: Settings, window: AcceptWindow, claims: JsonObject | undefined, name: string): LifeEnd[] {
  const { leeway, maxAge, introspectsJwt, cachesIntrospection, cacheTtl } = settings;
  const base = { effect: 'ends', certain: false, basis: DOCS } as const;
  const ends: LifeEnd[] = [];
  if (window.kind === 'window' && window.until !== null)
    ends.push({
      ...base,
      kind: 'kong-exp',
      at: window.until,
      sentence: line`By ${code('exp')} at ${name}, ${code('leeway')} of ${leeway} s added.`,
    });
  const login = isObject(claims) ? member(claims, 'auth_time') : undefined;
  if (maxAge !== null && typeof login === 'number')
    ends.push({
      ...base,
      kind: 'max-age',
      at: Math.ceil(login + maxAge + leeway) * 1000,
      sentence: line`${code('auth_time')} + ${code('max_age')} of ${maxAge} s at ${name}, ${code('leeway')} of ${leeway} s added.`,
    });
  if (introspectsJwt) {
    const sentence = cachesIntrospection
      ? line`Sooner, once it is revoked and the provider's cached answer has run out at ${name}: up to ${code('cache_ttl')} of ${cacheTtl} s later.`
      : line`Sooner, with the first request after it is revoked: ${name} asks the provider each time (${code('cache_introspection')} is false).`;
    ends.push({ ...base, kind: 'introspection-cache', at: null, sentence });
  }
  const sentence = line`Sooner, once its key leaves the provider's key set and ${name} has loaded that again: by current documents after ${code('cache_ttl')} of ${cacheTtl} s, by older ones not before its cache is cleared.`;
  return [...ends, { ...base, kind: 'key-set-cache', at: null, sentence }];
}

const notAsked = (name: string): NotAnEnd => ({
  kind: 'revocation-not-asked',
  basis: DOCS,
  sentence: line`Revoking it at the provider: ${name} checks a JWT by its signature and does not ask (${code('introspect_jwt_tokens')} is false).`,
});

const asked = (name: string): Problem => ({
  code: 'provider-decides',
  message: `${name} has to ask the provider about a token that it cannot read.`,
});

const notANumber = (name: string): Problem => ({
  code: 'time-not-a-number',
  message: `${name} is no number: what openid-connect makes of that is not documented before 3.13.`,
});
