import type { Consumer, ConsumerGroup, Entity, Plugin, Route, Service } from '../config/index.ts';

/** What a request belongs to when a plugin is looked for. */
export interface Scope {
  readonly route: Route | null;
  readonly service: Service | null;
  readonly consumer: Consumer | null;
  /** Groups of the consumer: of two that have an instance of the same scope the first one counts. */
  readonly groups: readonly ConsumerGroup[];
}

type Row = readonly [route: boolean, service: boolean, whose?: 'consumer' | 'group'];

/**
 * Scopes from the most specific on: whether they name the Route, the Service, and whose they are. Those of consumers
 * are of `kong/runloop/plugins_iterator.lua`; those of groups of the documentation of Plugins (Enterprise from 3.4 on).
 */
export const PRECEDENCE: readonly Row[] = [
  [true, true, 'consumer'],
  [true, true, 'group'],
  [true, false, 'consumer'],
  [false, true, 'consumer'],
  [true, false, 'group'],
  [false, true, 'group'],
  [true, true],
  [false, false, 'consumer'],
  [false, false, 'group'],
  [true, false],
  [false, true],
  [false, false],
];

export type KeyOf = (route: Entity | null, service: Entity | null, whose: Entity | null) => string;

const NOBODY: readonly null[] = [null];
const NONE: readonly ConsumerGroup[] = [];

/** The instance whose scope is the most specific one that fits. */
export function mostSpecific(found: ReadonlyMap<string, Plugin>, keyOf: KeyOf, scope: Scope): Plugin | undefined {
  const { route, service, consumer, groups } = scope;
  for (const [r, s, whose] of PRECEDENCE) {
    const owners = whose === undefined ? NOBODY : whose === 'group' ? groups : consumer === null ? NONE : [consumer];
    for (const owner of owners) {
      const plugin = found.get(keyOf(r ? route : null, s ? service : null, owner));
      if (plugin !== undefined) return plugin;
    }
  }
  return undefined;
}
