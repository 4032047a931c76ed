import type { Place } from '@why401/core';
import { line } from '@why401/core/report';
import { fromBytes } from '../../wire/index.ts';
import { kongSource, type SmellRule } from '../rule.ts';

interface Data {
  readonly place: Place;
  readonly upstream: string;
  readonly targets: number;
}

export const upstreamWithoutTarget: SmellRule<Data> = {
  id: 'upstream-without-target',
  severity: 'warning',
  basis: [kongSource('kong/runloop/balancer/balancers.lua@3.9.1')],
  judge({ gateway }) {
    return gateway.upstreams.flatMap((upstream) => {
      const { name, targets } = upstream;
      const isUsed = gateway.services.some(({ host }) => host === name);
      if (!isUsed || targets.some(({ weight, unknownFields }) => weight > 0 || unknownFields)) return [];
      return [{ place: upstream.place(), upstream: fromBytes(name), targets: targets.length }];
    });
  },
  explain: ({ upstream, targets }) => [
    targets === 0
      ? line`Upstream ${upstream} has no target; Kong answers 503 on every route that leads to it.`
      : line`Every target of Upstream ${upstream} has the weight 0; Kong answers 503 on every route that leads to it.`,
  ],
  hint: ({ targets }) => (targets === 0 ? 'give it a target' : 'give one of its targets a weight above 0'),
};
