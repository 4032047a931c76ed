import type { Token } from '@why401/core/parse';
import type { GatewayLife } from '@why401/core/timeline';
import { Failure } from '../failure.ts';
import { configNames, readConfigs } from '../input/configs.ts';
import type { GatewayOptions } from '../live/options.ts';
import type { Session } from '../session.ts';

export interface ReadOptions extends Partial<GatewayOptions> {
  readonly config: readonly string[];
  readonly kongVersion: string;
}

/** What a token meets in the configuration; undefined where none is given. @throws Failure of what nobody can read */
export async function readLifetimes(
  session: Session,
  { config, kongVersion, ...asking }: ReadOptions,
): Promise<((token: Token) => GatewayLife[]) | undefined> {
  if (configNames(session, config).length === 0) return undefined;
  const [{ loadGateway }, { lifetimesOf }, { readRelease }, { createCrypto }] = await Promise.all([
    import('@why401/kong/config'),
    import('@why401/kong/lifetimes'),
    import('@why401/kong/versions'),
    import('@why401/node/crypto'),
  ]);
  const read = readRelease(kongVersion);
  if (!read.ok) throw new Failure(read.problem);
  const release = read.value;
  const crypto = createCrypto();
  const files = await readConfigs(session, config, asking);
  const loaded = loadGateway(files, { version: release.version, flavor: 'traditional_compatible' }, { crypto });
  if (!loaded.ok) throw new Failure(...loaded.problems);
  const { gateway } = loaded;
  return (token) => lifetimesOf(token, { gateway, release, crypto });
}
