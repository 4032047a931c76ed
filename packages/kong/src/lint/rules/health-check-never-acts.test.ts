import { expect, it } from 'vitest';
import { healthCheckNeverActs } from './health-check-never-acts.ts';
import { kong, said } from './testing.ts';

const checks = (json: object): string => kong(`upstreams:\n- name: pool\n  healthchecks: ${JSON.stringify(json)}\n`);
const FAILS = { http_failures: 3 };

it.each<[string, object, readonly RegExp[]]>([
  ['none', {}, []],
  ['probes without counts', { active: { healthy: { interval: 5 } } }, [/probes its targets, and no failure/]],
  ['counts without probes', { active: { unhealthy: FAILS } }, [/counts failed probes, and makes none/]],
  ['both', { active: { healthy: { interval: 5, successes: 1 }, unhealthy: { interval: 5, ...FAILS } } }, []],
  ['out and never back', { passive: { unhealthy: FAILS } }, [/nothing brings one back/]],
  [
    'out and back by probes',
    {
      active: { healthy: { interval: 5, successes: 2 }, unhealthy: { interval: 5, tcp_failures: 1 } },
      passive: { unhealthy: FAILS },
    },
    [],
  ],
])('%s', (_, json, lines) => {
  const found = said(healthCheckNeverActs, checks(json));
  expect(found).toHaveLength(lines.length);
  for (const [i, line] of lines.entries()) expect(found[i]).toMatch(line);
});
