import { refusalProblems } from '@why401/kong/config';
import type { Bench } from '../bench.ts';
import type { Body } from '../body.ts';
import { gatewaySettings } from './gateway-settings.ts';

/** What stands in the uploaded configuration, and what Kong would refuse of it. */
export function configuration(bench: Bench, body: Body): { readonly answer: object; readonly readable: boolean } {
  if (bench.configFiles.length === 0) return { answer: {}, readable: true };
  const asking = bench.gateway(gatewaySettings(body), bench.systemNow());
  if (!asking.ok) return { answer: { problems: asking.problems }, readable: false };
  const { services, routes, plugins, consumers, jwtSecrets, refusals, smells } = asking.asker.gateway;
  return {
    answer: {
      summary: {
        services: services.length,
        routes: routes.length,
        plugins: plugins.length,
        consumers: consumers.length,
        credentials: jwtSecrets.length,
      },
      refusals: refusals.map(({ path, message, place }) => ({ path, message, place })),
      problems: refusalProblems(refusals),
      smells,
    },
    readable: true,
  };
}
