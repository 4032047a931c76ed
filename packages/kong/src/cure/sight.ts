import type { JwtSecret, Plugin } from '../config/index.ts';
import { configOf, type JwtConfig, retrieveTokens } from '../plugins/index.ts';
import { readRelease } from '../versions/index.ts';
import { readRequest, toBytes } from '../wire/index.ts';
import type { Situation } from './situation.ts';

/** What the failing check looked at, for the proposals of the `jwt` plugin. */
export interface Sight extends Situation {
  readonly plugin: Plugin;
  readonly config: JwtConfig;
  /** As the plugin read it; undefined where it found none, or several. */
  readonly token: string | undefined;
  /** Undefined where none was found. */
  readonly credential: JwtSecret | undefined;
}

/** Undefined where no `jwt` plugin judged the request. */
export function sightOf(situation: Situation): Sight | undefined {
  const { judgement } = situation;
  const judged = judgement.path.find((check) => check.plugin?.name === 'jwt')?.plugin;
  const plugin = judgement.plugin?.name === 'jwt' ? judgement.plugin : (judged ?? undefined);
  if (plugin === undefined) return undefined;
  const config = configOf(plugin);
  return { ...situation, plugin, config, token: tokenOf(situation, config), credential: credentialOf(situation) };
}

function tokenOf({ request, judgement }: Situation, config: JwtConfig): string | undefined {
  const seen = readRequest(request);
  const release = readRelease(judgement.version);
  if (!seen.ok || !release.ok) return undefined;
  const { tokens } = retrieveTokens(seen.request, config, release.value.switches);
  const text = tokens.length === 1 ? tokens[0]?.text : undefined;
  return typeof text === 'string' ? text : undefined;
}

/** The credential that the credential check found. */
function credentialOf({ judgement, gateway }: Situation): JwtSecret | undefined {
  const found = judgement.path.find(({ step, outcome }) => step === 'J36' && outcome === 'pass')?.found;
  return found === undefined ? undefined : gateway.jwtSecrets.find(({ key }) => key === toBytes(found));
}
