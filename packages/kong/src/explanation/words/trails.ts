import { code, type Line, line } from '@why401/core/report';
import type { Judgement } from '../../judgement/index.ts';

interface Trail {
  readonly id: string;
  /** Steps of the jwt plugin after which it is true. */
  readonly steps: readonly string[];
  readonly text: Line;
}

const UNTIL_CREDENTIAL = ['J10', 'J11', 'J12', 'J20', 'J22', 'J23', 'J24', 'J31', 'J32'];

/** What people try next, and cannot help. */
const TRAILS: readonly Trail[] = [
  {
    id: 'not-openid-connect',
    steps: ['J36'],
    text: line`This text never comes from openid-connect: changing ${code('config.issuer')} there cannot cure it.`,
  },
  {
    id: 'credentials-not-looked-at',
    steps: UNTIL_CREDENTIAL,
    text: line`Credentials and keys were not looked at: changing them cannot cure it.`,
  },
  {
    id: 'key-not-looked-at',
    steps: ['J40'],
    text: line`Key and signature were not looked at: rotating keys cannot cure it.`,
  },
  {
    id: 'expiry-not-looked-at',
    steps: ['J53'],
    text: line`${code('exp')} was not looked at: the signature goes first, so a fresh token of the same signer fails as well.`,
  },
  {
    id: 'signature-is-good',
    steps: ['J60', 'J61', 'J70'],
    text: line`The signature is good: changing keys cannot cure it.`,
  },
  {
    id: 'no-leeway',
    steps: ['J60'],
    text: line`The plugin knows no leeway: ${code('clock_skew')} and the like are unknown fields.`,
  },
  {
    id: 'base64-is-not-the-token',
    steps: ['J41', 'J43'],
    text: line`The token is not at fault: nothing of its signature was looked at.`,
  },
  {
    id: 'nothing-in-the-log',
    steps: [...UNTIL_CREDENTIAL, 'J36', 'J40', 'J41', 'J53', 'J60'],
    text: line`The error log has nothing about it: this plugin writes no line for a 401.`,
  },
];

export interface FalseTrail {
  readonly id: string;
  readonly text: Line;
}

/** False trails of the failing check; at most two, or nobody reads them. */
export function falseTrails({ failed, outcome, log }: Judgement): readonly FalseTrail[] {
  if (outcome !== 'answered' || failed?.plugin?.name !== 'jwt') return [];
  return TRAILS.filter(
    ({ id, steps }) => steps.includes(failed.step) && (id !== 'nothing-in-the-log' || log.length === 0),
  )
    .slice(0, 2)
    .map(({ id, text }) => ({ id, text }));
}
