import type { Place } from '@why401/core';
import { code, line } from '@why401/core/report';
import type { HealthCheck, UpstreamEntity } from '../../config/index.ts';
import { fromBytes } from '../../wire/index.ts';
import { kongSource, type SmellRule } from '../rule.ts';

interface Data {
  readonly place: Place;
  readonly upstream: string;
  readonly lacks: 'failures' | 'probes' | 'return';
}

const FIELDS: Readonly<Record<Data['lacks'], string>> = {
  failures: 'healthchecks.active.unhealthy',
  probes: 'healthchecks.active.healthy',
  return: 'healthchecks.passive.unhealthy',
};

export const healthCheckNeverActs: SmellRule<Data> = {
  id: 'health-check-never-acts',
  severity: 'warning',
  basis: [kongSource('kong/db/schema/entities/upstreams.lua@3.9.1')],
  judge({ gateway }) {
    return gateway.upstreams.flatMap((upstream) => {
      if (upstream.unknownFields) return [];
      return lackOf(upstream).map((lacks) => ({
        place: upstream.place(FIELDS[lacks]),
        upstream: fromBytes(upstream.name),
        lacks,
      }));
    });
  },
  explain: ({ upstream, lacks }) => [
    lacks === 'failures'
      ? line`Upstream ${upstream} probes its targets, and no failure takes one out: every count under ${code(FIELDS.failures)} is 0.`
      : lacks === 'probes'
        ? line`Upstream ${upstream} counts failed probes, and makes none: ${code(`${FIELDS.probes}.interval`)} is 0.`
        : line`Upstream ${upstream} takes targets out by what requests meet, and nothing brings one back: no probe of unhealthy targets counts successes.`,
  ],
  hint: ({ lacks }) =>
    lacks === 'failures'
      ? `give http_failures, tcp_failures or timeouts under ${FIELDS.failures} a count above 0`
      : lacks === 'probes'
        ? `give ${FIELDS.probes}.interval seconds above 0`
        : 'set healthchecks.active.unhealthy.interval and healthchecks.active.healthy.successes above 0',
};

function lackOf({ healthchecks: { active, passive } }: UpstreamEntity): readonly Data['lacks'][] {
  const out: Data['lacks'][] = [];
  const probes = active.healthy.interval > 0;
  if (probes && !counts(active)) out.push('failures');
  if (!probes && counts(active)) out.push('probes');
  const returns = active.unhealthy.interval > 0 && active.healthy.successes > 0;
  if (counts(passive) && !returns) out.push('return');
  return out;
}

const counts = ({ unhealthy }: HealthCheck): boolean =>
  unhealthy.httpFailures > 0 || unhealthy.tcpFailures > 0 || unhealthy.timeouts > 0;
