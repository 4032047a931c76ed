import { loadGateway, refusalProblems } from '@why401/kong/config';
import { createCrypto } from '@why401/node/crypto';
import { Failure } from '../failure.ts';
import type { Facts } from './model.ts';

/** So many smells are told here; `lint` tells all. */
const MOST = 10;

/** What stands in a configuration, and whether Kong 3.9 would take it. @throws Failure where nobody can read it */
export function factsOfConfig(text: string, file: string): Facts {
  const options = { version: '3.9', flavor: 'traditional_compatible' } as const;
  const loaded = loadGateway([{ name: file, text }], options, { crypto: createCrypto() });
  if (!loaded.ok) throw new Failure(...loaded.problems);
  const { services, routes, plugins, consumers, jwtSecrets, refusals, smells, unmodelled } = loaded.gateway;
  const guards = plugins.filter(({ name }) => name === 'jwt').length;
  const problems = refusalProblems(refusals);
  return {
    facts: [
      `Read as: ${loaded.kinds.join(', ')}`,
      [count(services, 'service'), count(routes, 'route'), count(plugins, 'plugin'), `${guards} of them jwt`].join(
        ', ',
      ),
      [count(consumers, 'consumer'), count(jwtSecrets, 'jwt credential')].join(', '),
      ...(unmodelled.length === 0
        ? []
        : [`not modelled: ${[...new Set(unmodelled.map(({ what }) => what))].join(', ')}`]),
      ...smells
        .slice(0, MOST)
        .map(({ message, place }) => (place?.line === undefined ? message : `line ${place.line}: ${message}`)),
      ...problems.map(({ message }) => `Kong 3.9 refuses it: ${message}`),
    ],
    next: [`why401 explain --config ${file} --request req.txt`, `why401 explain --config ${file} --token @token.txt`],
  };
}

const count = (all: readonly unknown[], name: string): string => `${all.length} ${name}${all.length === 1 ? '' : 's'}`;
