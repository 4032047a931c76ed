import type { Problem } from '@why401/core';
import { pluginOrder, selectPlugin } from '../chain/index.ts';
import type { Plugin, Route } from '../config/index.ts';
import type { Situation } from '../cure/index.ts';
import type { Check, Judgement } from '../judgement/index.ts';
import { type Behind, rivalsOf } from '../router/index.ts';
import { type Release, readRelease } from '../versions/index.ts';
import { readRequest } from '../wire/index.ts';

/** Why it came to the check that failed at all, and what else follows from the same. */
export type Cause =
  /** An earlier plugin refused, and `anonymous` let the request through to this one. */
  | {
      readonly id: 'anonymous-let-it-through';
      readonly by: Plugin;
      readonly discarded: string;
      readonly anonymous: string;
    }
  /** An earlier plugin does not look at OPTIONS. */
  | { readonly id: 'preflight-let-through'; readonly by: Plugin }
  /** The Route of another plugin matches as well, and comes behind. */
  | {
      readonly id: 'another-route-took-it';
      readonly taken: Route;
      readonly rival: Route;
      readonly behind: Behind | undefined;
      /** Plugins of the rival that the request never reached. */
      readonly never: readonly Plugin[];
    }
  /** Instances of the same plugin that this one stands before. */
  | { readonly id: 'another-instance-applies'; readonly applies: Plugin; readonly instead: readonly Plugin[] }
  /** Plugins that come later and were not asked. */
  | { readonly id: 'answered-before'; readonly by: Plugin; readonly never: readonly Plugin[] }
  /** The file is a part of the configuration: what was not found may be in the other part. */
  | { readonly id: 'file-is-a-part'; readonly problem: Problem };

/** The causes of a refusal, the deepest first. */
export function causesOf(situation: Situation): readonly Cause[] {
  const { judgement } = situation;
  const release = readRelease(judgement.version);
  if (judgement.outcome !== 'answered' || judgement.failed === null || !release.ok) return [];
  return [
    ...letThrough(judgement),
    ...otherRoutes(situation, release.value),
    ...otherInstances(situation),
    ...partOfAFile(situation),
    ...notAsked(situation, release.value),
  ];
}

function letThrough({ path, failed }: Judgement): Cause[] {
  const before = path.filter(({ plugin }) => plugin !== null && plugin !== failed?.plugin);
  return before.flatMap(({ plugin: by, step, data }: Check): Cause[] => {
    if (by === null || !NEEDS_SOMEBODY.has(failed?.step ?? '')) return [];
    if (step === 'anonymous' || step === 'A1') {
      const { discarded, anonymous } = data as { readonly discarded: string; readonly anonymous: string };
      return [{ id: 'anonymous-let-it-through', by, discarded, anonymous }];
    }
    return step === 'preflight-skipped' || step === 'J00' ? [{ id: 'preflight-let-through', by }] : [];
  });
}

/** What fails for want of a consumer, or of the right one. */
const NEEDS_SOMEBODY: ReadonlySet<string> = new Set([
  'acl-unauthenticated',
  'acl-consumer',
  'acl-group',
  'request-termination',
]);

/** At most so many are told. */
const MOST = 3;

function otherRoutes(situation: Situation, release: Release): Cause[] {
  const { gateway, judgement, request, ports } = situation;
  const { route: taken, failed } = judgement;
  const seen = readRequest(request);
  if (taken === null || failed === null || !seen.ok) return [];
  const rivals = rivalsOf(gateway, seen.request, judgement.flavor, release, ports.crypto);
  const found = rivals.flatMap(({ route: rival, behind }): Cause[] => {
    const never = pluginsOf(situation, rival, release).filter((one) => !applies(situation, one, taken));
    const differs = failed.plugin === null || !applies(situation, failed.plugin, rival) || never.length > 0;
    return differs ? [{ id: 'another-route-took-it', taken, rival, behind, never }] : [];
  });
  return found.slice(0, MOST);
}

const pluginsOf = ({ gateway }: Situation, route: Route, release: Release): readonly Plugin[] =>
  pluginOrder(gateway, release).flatMap((name) => selectPlugin(gateway, name, route, route.service, null) ?? []);

const applies = ({ gateway, judgement }: Situation, plugin: Plugin, route: Route): boolean =>
  selectPlugin(gateway, plugin.name, route, route.service, judgement.consumer) === plugin;

function otherInstances({ gateway, judgement }: Situation): Cause[] {
  const { plugin, route, service, consumer } = judgement;
  if (plugin === null) return [];
  const fits = (one: Plugin): boolean =>
    (one.route === null || one.route === route) &&
    (one.service === null || one.service === service) &&
    (one.consumer === null || one.consumer === consumer);
  const instead = gateway.plugins.filter(
    (one) => one !== plugin && one.name === plugin.name && one.enabled && fits(one),
  );
  return instead.length === 0 ? [] : [{ id: 'another-instance-applies', applies: plugin, instead }];
}

/** Steps at which something was looked for and not found. */
const NOT_FOUND: ReadonlySet<string> = new Set([
  ...['J36', 'P3', 'key-auth-credential', 'basic-auth-user', 'hmac-auth-user', 'anonymous-missing', 'A2'],
]);

function partOfAFile({ gateway, judgement }: Situation): Cause[] {
  if (!NOT_FOUND.has(judgement.failed?.step ?? '')) return [];
  const problem = gateway.smells.find(({ code }) => code === 'config-partial-view');
  return problem === undefined ? [] : [{ id: 'file-is-a-part', problem }];
}

function notAsked(situation: Situation, release: Release): Cause[] {
  const { plugin: by, route } = situation.judgement;
  if (by === null || route === null) return [];
  const all = pluginsOf(situation, route, release);
  const never = all.slice(all.indexOf(by) + 1);
  return all.includes(by) && never.length > 0 ? [{ id: 'answered-before', by, never }] : [];
}
