import { loadGateway, refusalProblems } from '@why401/kong/config';
import { readRelease } from '@why401/kong/versions';
import { createCrypto } from '@why401/node/crypto';
import { Failure } from '../failure.ts';
import type { Session } from '../session.ts';
import { readConfigs } from './configs.ts';

/** The configuration alone, for verbs that judge no request. @throws Failure what reading and loading it finds */
export async function loadedGateway(
  session: Session,
  { config, kongVersion }: { readonly config: readonly string[]; readonly kongVersion: string },
) {
  const release = readRelease(kongVersion);
  if (!release.ok) throw new Failure(release.problem);
  const { version } = release.value;
  const flavor = version === '2.8' ? 'traditional' : 'traditional_compatible';
  const loaded = loadGateway(await readConfigs(session, config), { version, flavor }, { crypto: createCrypto() });
  if (!loaded.ok) throw new Failure(...loaded.problems);
  const refused = refusalProblems(loaded.gateway.refusals);
  if (refused.length > 0) throw new Failure(...refused);
  return { gateway: loaded.gateway, version };
}
