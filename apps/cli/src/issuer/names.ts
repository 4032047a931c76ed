import { placeholdersOf, wellKnownOf } from '@why401/core/metadata';
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

async function ofConfig(session: Session, { config, kongVersion }: IssuerOptions): Promise<readonly NamedIssuer[]> {
  if (configNames(session, config).length === 0) return [];
  const [{ loadGateway, isUnknown }, { fromBytes }, { readRelease }, { createCrypto }] = await Promise.all([
    import('@why401/kong/config'),
    import('@why401/kong/wire'),
    import('@why401/kong/versions'),
    import('@why401/node/crypto'),
  ]);
  const release = readRelease(kongVersion);
  if (!release.ok) throw new Failure(release.problem);
  const files = await readConfigs(session, config);
  const settings = { version: release.value.version, flavor: 'traditional_compatible' } as const;
  const loaded = loadGateway(files, settings, { crypto: createCrypto() });
  if (!loaded.ok) throw new Failure(...loaded.problems);
  const { jwtSecrets, plugins } = loaded.gateway;
  return [
    ...jwtSecrets
      .filter(({ key }) => !isUnknown(key))
      .map((one) => ({ source: 'config', name: 'key', value: fromBytes(one.key), place: one.place('key') })),
    ...plugins.flatMap((plugin) => {
      const value = plugin.name === 'openid-connect' ? issuerOf(plugin.raw) : undefined;
      return value === undefined
        ? []
        : [{ source: 'config', name: 'issuer', ...value, place: plugin.place('config.issuer') }];
    }),
  ];
}

/** `config.issuer`: an issuer, or the address of its document. */
function issuerOf(raw: unknown): Pick<NamedIssuer, 'value' | 'isOfAddress'> | undefined {
  const issuer = memberOf(memberOf(raw, 'config'), 'issuer');
  if (typeof issuer !== 'string' || placeholdersOf(issuer).length > 0) return undefined;
  const address = wellKnownOf(issuer);
  return address === undefined ? { value: issuer } : { value: address.issuer, isOfAddress: true };
}

function memberOf(value: unknown, name: string): unknown {
  if (value instanceof Map) return value.get(name);
  return typeof value === 'object' && value !== null && name in value ? Reflect.get(value, name) : undefined;
}
