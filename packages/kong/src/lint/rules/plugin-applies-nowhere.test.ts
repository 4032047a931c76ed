import { expect, it } from 'vitest';
import { pluginAppliesNowhere } from './plugin-applies-nowhere.ts';
import { kong, said } from './testing.ts';

const services = `services:
- {name: a, url: http://a.internal, routes: [{name: r, paths: [/a], protocols: [http]}]}
- {name: empty, url: http://b.internal}
`;

it.each<[string, string, string | undefined]>([
  ['on a route', '- {name: cors, route: r}', undefined],
  ['global', '- {name: cors}', undefined],
  ['off', '- {name: cors, route: r, enabled: false}', 'it is switched off'],
  ['a service without routes', '- {name: cors, service: empty}', 'no route leads there'],
  ['other protocols', '- {name: cors, route: r, protocols: [https]}', 'it shares no protocol'],
])('%s', (_, plugin, why) => {
  const told = said(pluginAppliesNowhere, kong(`${services}plugins:\n${plugin}\n`));
  expect(told.length).toBe(why === undefined ? 0 : 1);
  if (why !== undefined) expect(told[0]).toContain(why);
});

it('is outranked where every route has its own', () => {
  const plugins = 'plugins:\n- {name: cors, service: a}\n- {name: cors, route: r}\n- {name: cors}\n';
  const told = said(pluginAppliesNowhere, kong(services + plugins));
  expect(told).toHaveLength(1);
  expect(told[0]).toContain('The plugin cors for service a never runs: another instance');
});
