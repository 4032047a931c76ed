import type { Crypto } from '@why401/core';
import type { Gateway, JwtSecret, Plugin } from '../config/index.ts';
import { configOf, createExchange, type JwtConfig, PIPELINE } from '../plugins/index.ts';
import type { Release } from '../versions/index.ts';
import { readRequest, toBytes, type WireRequest } from '../wire/index.ts';

type Stage = (typeof PIPELINE)[number];
type JwtState = Parameters<Stage['check']>[0];

/** What the token's instance of the plugin makes of it at one time. */
export type TrialResult = {
  /** The one that the token was matched with, as far as it came. */
  readonly credential?: JwtSecret;
} & (
  | { readonly kind: 'accepted' }
  | {
      readonly kind: 'refused';
      /** Stage of the pipeline: `credential`, `claims`, `maximum lifetime`. */
      readonly stage: string;
      /** `401 {"exp":"token expired"}`; an uncaught error is `500`. */
      readonly reply: string;
      /** An uncaught error is not rescued by `anonymous`. */
      readonly crash: boolean;
    }
  | { readonly kind: 'unknown'; readonly names: readonly string[] }
);

export interface Trial {
  readonly plugin: Plugin;
  readonly gateway: Gateway;
  readonly release: Release;
  readonly token: string;
  /** Without it keys and signatures are not looked at. */
  readonly crypto: Crypto | undefined;
}

export const TIME_STAGES: ReadonlySet<string> = new Set(['claims', 'maximum lifetime']);
const RETRIEVAL: ReadonlySet<string> = new Set(['preflight', 'authenticated', 'token']);
const KEY_STAGES: ReadonlySet<string> = new Set(['key', 'public key', 'signature']);

/**
 * Runs the plugin's own checks on a token that it has found already.
 * @param stages which of them count, by name
 * @param seconds whole seconds since the epoch, as `ngx.time()`
 */
export function tryAt(
  trial: Trial,
  seconds: number,
  stages: (name: string) => boolean,
  config: JwtConfig = configOf(trial.plugin),
): TrialResult {
  const state = stateOf(trial, seconds, config);
  for (const stage of PIPELINE) {
    const counts = stages(stage.name);
    if (RETRIEVAL.has(stage.name) || stage.needs.some((part) => state[part] === undefined)) continue;
    if (KEY_STAGES.has(stage.name) && (trial.crypto === undefined || !counts)) continue;
    const result = stage.check(state);
    if (result === undefined || !counts) continue;
    const met = state.credential === undefined ? {} : { credential: state.credential };
    if (result.outcome === 'unknown') return { ...met, kind: 'unknown', names: result.unknown ?? [] };
    if (result.outcome !== 'fail' || result.refusal === undefined) continue;
    const crash = result.refusal.kind === 'crash';
    const members = result.refusal.kind === 'crash' ? [] : result.refusal.members;
    const reply = crash ? '500' : `401 ${JSON.stringify(Object.fromEntries(members))}`;
    return { ...met, kind: 'refused', stage: stage.name, reply, crash };
  }
  return state.credential === undefined ? { kind: 'accepted' } : { kind: 'accepted', credential: state.credential };
}

/** Where it is sent makes no difference to the checks that are tried. */
const REQUEST: WireRequest = {
  method: 'GET',
  scheme: 'https',
  host: 'localhost',
  port: 443,
  sni: null,
  target: '/',
  headers: [],
  body: null,
  clientIp: '127.0.0.1',
};

function stateOf({ plugin, gateway, release, token, crypto }: Trial, now: number, config: JwtConfig): JwtState {
  const seen = readRequest(REQUEST);
  if (!seen.ok) throw new Error('a plain request is taken by nginx');
  const exchange = createExchange({
    gateway,
    release,
    received: seen.request,
    captures: new Map(),
    service: null,
    now,
    crypto: crypto ?? NO_CRYPTO,
    assume: new Set(),
    target: '/',
    path: [],
    log: [],
    surprises: [],
  });
  return { plugin, config, exchange, switches: release.switches, token: toBytes(token) };
}

/** Never asked: the stages that would are left out. */
const NO_CRYPTO: Crypto = {
  loadPublicKey: () => undefined,
  verify: () => undefined,
  hmac: () => new Uint8Array(),
  digest: () => new Uint8Array(),
  exportSpkiPem: () => '',
};
