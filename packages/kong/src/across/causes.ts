import type { Ports } from '@why401/core';
import type { Gateway } from '../config/index.ts';
import { answerDifferences } from '../gate/index.ts';
import { judge } from '../judge.ts';
import type { Judgement } from '../judgement/index.ts';
import { type Release, type RouterFlavor, SWITCHES, type SwitchName } from '../versions/index.ts';
import type { WireRequest } from '../wire/index.ts';

/** A gateway of one release with one configuration loaded. */
export interface Standing {
  readonly gateway: Gateway;
  readonly release: Release;
  readonly flavor: RouterFlavor;
}

/** What made the answer another one. */
export type Cause =
  | { readonly kind: 'switch'; readonly name: SwitchName; readonly since: string; readonly source: string }
  /** The default of `router_flavor`. */
  | { readonly kind: 'router-flavor'; readonly before: RouterFlavor; readonly after: RouterFlavor }
  /** Order of plugins, and what else goes by the version as a whole. */
  | { readonly kind: 'plugin-order' }
  /** The loader makes another model of the same file: migrated paths, other defaults. */
  | { readonly kind: 'loader' };

interface Factor {
  readonly cause: Cause;
  /** `of` with this one thing as `from` has it. */
  readonly set: (of: Standing, from: Standing) => Standing;
}

/**
 * What of everything that differs between two releases changes this answer: each thing is given to the old one alone,
 * and taken from the new one alone. Empty where only several together do.
 */
export function causesOf(before: Standing, after: Standing, wire: WireRequest, ports: Ports): readonly Cause[] {
  const ask = ({ gateway, release, flavor }: Standing): Judgement => judge(gateway, wire, { release, flavor }, ports);
  const [first, last] = [ask(before), ask(after)];
  const moves = (base: Judgement, changed: Standing): boolean =>
    (answerDifferences(base, ask(changed))?.length ?? 0) > 0;
  return factors(before, after)
    .filter(({ set }) => moves(first, set(before, after)) || moves(last, set(after, before)))
    .map(({ cause }) => cause);
}

function factors(before: Standing, after: Standing): readonly Factor[] {
  const names = Object.keys(SWITCHES) as SwitchName[];
  const switches = names.filter((name) => before.release.switches[name] !== after.release.switches[name]).map(ofSwitch);
  return [
    ...switches,
    ...(before.flavor === after.flavor ? [] : [ofFlavor(before, after)]),
    ...(before.release.version === after.release.version ? [] : [ORDER, LOADER]),
  ];
}

const ofSwitch = (name: SwitchName): Factor => ({
  cause: { kind: 'switch', name, since: SWITCHES[name].since, source: SWITCHES[name].source },
  set: ({ gateway, release, flavor }, from) => {
    const value = from.release.switches[name];
    // The router is built once for each text.
    const text = `${release.text} with ${name} ${value}`;
    return { gateway, flavor, release: { ...release, text, switches: { ...release.switches, [name]: value } } };
  },
});

const ofFlavor = (before: Standing, after: Standing): Factor => ({
  cause: { kind: 'router-flavor', before: before.flavor, after: after.flavor },
  set: (of, { flavor }) => ({ ...of, flavor }),
});

const ORDER: Factor = {
  cause: { kind: 'plugin-order' },
  set: (of, { release: { version } }) => ({ ...of, release: { ...of.release, version } }),
};

const LOADER: Factor = {
  cause: { kind: 'loader' },
  set: (of, { gateway }) => ({ ...of, gateway }),
};
