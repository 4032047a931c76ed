import { compareIssuers, nearest } from '@why401/core/issuer';
import { showInstant, showLength } from '@why401/core/timeline';
import type { Gateway } from '../config/index.ts';
import type { Judgement } from '../judgement/index.ts';
import type { StepData, StepId } from '../plugins/index.ts';
import { fromBytes } from '../wire/bytes.ts';
import type { Comparison, Side } from './explanation.ts';

interface Compared<Id extends StepId> {
  readonly data: StepData[Id];
  readonly judgement: Judgement;
  readonly gateway: Gateway;
  readonly now: number;
  readonly zone: string;
}

const side = (source: Side['source'], name: string, value: string, place: Side['place'] = null): Side => ({
  source,
  name,
  value,
  place,
});

type Table = { readonly [Id in StepId]?: (compared: Compared<Id>) => Comparison | null };

/** Steps at which one thing was compared with another. */
const OF_STEP: Table = {
  J22: ({ data, judgement }) => ({
    found: side('token', 'alg', data.alg ?? data.type),
    wanted: side('gateway', `Kong ${judgement.version}`, data.listed.join(' ')),
    difference: null,
  }),
  J36: ({ data, gateway }) => nearestKey(data, gateway),
  J40: ({ data, gateway }) => {
    const credential = gateway.jwtSecrets.find(({ key }) => fromBytes(key) === data.credential);
    const place = credential?.place('algorithm') ?? null;
    const name = place?.from === undefined ? 'algorithm (not written)' : 'algorithm';
    return {
      found: side('token', 'alg', data.alg),
      wanted: side('config', name, data.algorithm, place),
      difference: null,
    };
  },
  J51: ({ data }) => lengths(data),
  J52: ({ data }) => lengths(data),
  J60: ({ data, now, zone }) => {
    const failed = data.checked.find(({ outcome }) => outcome === 'expired' || outcome === 'too-early');
    if (failed === undefined || typeof failed.value !== 'number') return null;
    return {
      found: side('token', failed.name, showInstant(failed.value * 1000, zone)),
      wanted: side('gateway', 'now', showInstant(now, zone)),
      difference: null,
    };
  },
  J61: ({ data, judgement, now }) =>
    typeof data.exp !== 'number'
      ? null
      : {
          found: side('token', 'exp', `${showLength(data.exp * 1000 - now)} from now`),
          wanted: side(
            'config',
            'maximum_expiration',
            `${showLength(data.maximum * 1000)} at most`,
            judgement.plugin?.place('config.maximum_expiration') ?? null,
          ),
          difference: null,
        },
  A2: ({ data, judgement, gateway }) => nearestConsumer(data.anonymous, judgement, gateway),
};

function lengths({ algorithm, length, wanted }: StepData['J51']): Comparison {
  return {
    found: side('token', 'signature', `${length} bytes`),
    wanted: side('gateway', algorithm, `${wanted} bytes`),
    difference: null,
  };
}

function nearestKey({ claim, value }: StepData['J36'], gateway: Gateway): Comparison | null {
  const keys = gateway.jwtSecrets.map(({ key }) => fromBytes(key));
  const near = nearest(value, keys, 1)[0];
  const credential = near === undefined ? undefined : gateway.jwtSecrets[near.index];
  if (near === undefined || credential === undefined) return null;
  return {
    found: side('token', claim ?? '', value),
    wanted: side('config', 'key', near.value, credential.place('key')),
    difference: compareIssuers(value, near.value),
  };
}

function nearestConsumer(anonymous: string, judgement: Judgement, gateway: Gateway): Comparison | null {
  const names = gateway.consumers.flatMap(({ username }) => (username === null ? [] : [fromBytes(username)]));
  const near = nearest(anonymous, names, 1)[0];
  if (near === undefined) return null;
  const consumer = gateway.consumers.find(({ username }) => username !== null && fromBytes(username) === near.value);
  return {
    found: side('config', 'anonymous', anonymous, judgement.plugin?.place('config.anonymous') ?? null),
    wanted: side('config', 'username', near.value, consumer?.place('username') ?? null),
    difference: compareIssuers(anonymous, near.value),
  };
}

/** What was found against what was wanted, at the check that failed. */
export function comparisonOf(judgement: Judgement, gateway: Gateway, now: number, zone: string): Comparison | null {
  const failed = judgement.failed;
  if (failed === null || !Object.hasOwn(OF_STEP, failed.step)) return null;
  const compare = OF_STEP[failed.step as StepId] as ((compared: Compared<StepId>) => Comparison | null) | undefined;
  return compare?.({ data: failed.data as StepData[StepId], judgement, gateway, now, zone }) ?? null;
}
