import type { Problem } from '@why401/core';
import { code, line } from '@why401/core/report';
import type { AcceptWindow, GatewayLife, LifeEnd, NotAnEnd } from '@why401/core/timeline';
import type { JwtSecret } from '../config/index.ts';
import { configOf, findConsumer, unknownIn } from '../plugins/index.ts';
import { fromBytes } from '../wire/index.ts';
import { jwtWindow } from './jwt-window.ts';
import { type Trial, tryAt } from './trial.ts';
import { instanceName, JWT_BASIS, placed, undetermined } from './words.ts';

/**
 * What ends a token at one instance of Kong's `jwt` plugin, what does not, and when it accepts it.
 * @param birth when the token was issued, in milliseconds
 */
export function jwtLife(trial: Trial, birth: number | null): GatewayLife {
  const { plugin } = trial;
  const config = configOf(plugin);
  const window = jwtWindow(trial);
  const name = instanceName(plugin);
  const life: GatewayLife = {
    name,
    window,
    basis: JWT_BASIS,
    lenient: leniency(trial),
    replyAt: (at) => {
      const result = tryAt(trial, Math.floor(at / 1000), () => true);
      return result.kind === 'refused' ? result.reply : undefined;
    },
    ends: endsOf(trial, window, name, birth),
    notEnds: notEndsOf(trial, name),
  };
  const crashes = window.kind === 'never' && window.problem.code === 'kong-fails';
  return config.anonymous === null || crashes ? life : { ...life, instead: insteadOf(trial, config.anonymous) };
}

/** What becomes of a 401 where `anonymous` is set. */
function insteadOf({ plugin, gateway }: Trial, anonymous: string): Problem {
  const names = unknownIn([anonymous]);
  if (names.length > 0)
    return { ...undetermined(names), message: `Kong may let it through as anonymous: ${undetermined(names).message}` };
  const who = `${fromBytes(anonymous)}${placed(plugin.place('config.anonymous'))}`;
  return findConsumer(gateway, anonymous) !== undefined
    ? {
        code: 'let-through-as-anonymous',
        message: `Kong lets the request through all the same, as the anonymous consumer ${who}.`,
      }
    : { code: 'anonymous-missing', message: `Kong answers 500 instead: anonymous names no consumer, ${who}.` };
}

/** Why an instance takes what RFC 7519 refuses. */
function leniency({ plugin }: Trial): NonNullable<GatewayLife['lenient']> {
  const listed = configOf(plugin).claims_to_verify ?? [];
  const where = placed(plugin.place(listed.length === 0 ? undefined : 'config.claims_to_verify'));
  const setting =
    listed.length === 0 ? 'claims_to_verify is unset' : `claims_to_verify lists only ${listed.join(', ')}`;
  const because = (claim: 'exp' | 'nbf'): Problem =>
    listed.includes(claim)
      ? { code: 'whole-seconds', message: `Kong compares ${claim} with the whole seconds of its clock.` }
      : {
          code: `${claim}-not-checked`,
          message: `${setting} on ${plugin.name}${where}, so ${claim} is never looked at.`,
        };
  const malformed: Problem = {
    code: 'claim-not-checked',
    message: `${setting} on ${plugin.name}${where}, so the claim is never looked at.`,
  };
  return { late: because('exp'), early: because('nbf'), malformed };
}

function endsOf(trial: Trial, window: AcceptWindow, name: string, birth: number | null): LifeEnd[] {
  if (window.kind !== 'window') return [];
  const { plugin } = trial;
  const base = { certain: true, basis: JWT_BASIS };
  const ends: LifeEnd[] = [];
  if (window.until !== null) {
    const sentence = line`By ${code('exp')} at ${name}: whole seconds, and no leeway can be set.`;
    ends.push({ ...base, kind: 'kong-exp', effect: 'ends', at: window.until, sentence });
  }
  const bounded = window.fromBy === 'maximum_expiration' && (birth === null || (window.from ?? birth) > birth);
  if (bounded && window.from !== null) {
    const where = placed(plugin.place('config.maximum_expiration'));
    const maximum = configOf(plugin).maximum_expiration ?? 0;
    const sentence = line`${code('maximum_expiration')} of ${maximum} s at ${name}${where}: it bounds what is left of a token, so one that lives too long is refused at first and taken later.`;
    ends.push({ ...base, kind: 'maximum-expiration', effect: 'begins', at: window.from, sentence });
  }
  const { credential } = tryAt(trial, 0, (stage) => stage === 'credential');
  return credential === undefined ? ends : [...ends, credentialRemoved(credential)];
}

/** Nobody can say when; how fast it spreads depends on settings that no declarative file holds. */
function credentialRemoved(credential: JwtSecret): LifeEnd {
  const which = `${fromBytes(credential.key)}${placed(credential.place('key'))}`;
  return {
    kind: 'credential-removed',
    effect: 'ends',
    at: null,
    certain: false,
    basis: [
      { kind: 'kong-docs', ref: 'kong.conf.default: db_update_frequency, db_cache_ttl' },
      { kind: 'assumed', ref: 'kong.conf is not part of the configuration: its defaults' },
    ],
    sentence: line`Sooner, once the jwt credential ${which} or its consumer is deleted or changed: at once on the node that is told, on others of its cluster within ${code('db_update_frequency')} (5 s by default), without a database when the new configuration is loaded.`,
  };
}

function notEndsOf({ plugin }: Trial, name: string): NotAnEnd[] {
  const listed = configOf(plugin).claims_to_verify ?? [];
  const provider = [{ kind: 'kong-source', ref: 'kong/plugins/jwt/handler.lua@3.9.1' }] as const;
  const notEnds: NotAnEnd[] = [
    {
      kind: 'revocation-not-asked',
      basis: provider,
      sentence: line`Revoking it at the provider: ${name} never asks the provider.`,
    },
    {
      kind: 'key-set-not-read',
      basis: provider,
      sentence: line`A key that leaves the provider's key set: ${name} reads no key set, it knows the key of its credential.`,
    },
  ];
  if (listed.includes('exp')) return notEnds;
  const where = placed(plugin.place());
  const sentence = line`Its ${code('exp')}: ${code('claims_to_verify')} does not list it on ${name}${where}.`;
  return [{ kind: 'exp-not-checked', basis: JWT_BASIS, sentence }, ...notEnds];
}
