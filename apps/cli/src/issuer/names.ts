import type { NamedIssuer } from '@why401/core/verdict';
import { Failure } from '../failure.ts';
import { configNames, readConfigs } from '../input/configs.ts';
import { readIssuer } from '../input/issuers.ts';
import type { Session } from '../session.ts';
import type { IssuerOptions } from './options.ts';

/** Where else the issuer is named: the token, and the gateway's configuration. @throws Failure of what nobody can read */
export async function otherNames(session: Session, options: IssuerOptions): Promise<readonly NamedIssuer[]> {
  return [...(await ofToken(session, options)), ...(await ofConfig(session, options))];
}

async function ofToken(session: Session, { token }: IssuerOptions): Promise<readonly NamedIssuer[]> {
  return token === undefined ? [] : [{ source: 'token', name: 'iss', value: await readIssuer(session, token) }];
}

async function ofConfig(session: Session, options: IssuerOptions): Promise<readonly NamedIssuer[]> {
  // The client certificate belongs to the issuer, and is shown to no gateway.
  const { clientCert: _, clientKey: __, config, kongVersion, ...asking } = options;
  if (configNames(session, config).length === 0) return [];
  const [{ loadGateway }, { gatewayIssuers }, { readRelease }, { createCrypto }] = await Promise.all([
    import('@why401/kong/config'),
    import('@why401/kong/credentials'),
    import('@why401/kong/versions'),
    import('@why401/node/crypto'),
  ]);
  const release = readRelease(kongVersion);
  if (!release.ok) throw new Failure(release.problem);
  const files = await readConfigs(session, config, asking);
  const settings = { version: release.value.version, flavor: 'traditional_compatible' } as const;
  const loaded = loadGateway(files, settings, { crypto: createCrypto() });
  if (!loaded.ok) throw new Failure(...loaded.problems);
  return gatewayIssuers(loaded.gateway);
}
