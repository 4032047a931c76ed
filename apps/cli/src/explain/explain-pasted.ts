import { type Explained, explain } from '@why401/kong';
import { type ConfigFile, type Gateway, loadGateway, refusalProblems } from '@why401/kong/config';
import type { ActualReply, Explanation, Telling } from '@why401/kong/explanation';
import { type RouterFlavor, readRelease } from '@why401/kong/versions';
import { createCrypto } from '@why401/node/crypto';
import { Failure } from '../failure.ts';
import type { Pasted } from '../input/paste.ts';
import type { Answer, Session } from '../session.ts';
import { answerOf } from './answer.ts';
import { sendingsOf, type Target } from './sendings.ts';

export interface ExplainSettings extends Target {
  readonly kongVersion: string;
  readonly routerFlavor?: RouterFlavor;
  readonly as?: Telling['as'];
}

/** Explains what was pasted against the configuration. @throws Failure with what the configuration or the paste lacks */
export async function explainPasted(
  session: Session,
  pasted: Pasted,
  files: readonly ConfigFile[],
  settings: ExplainSettings,
  reply?: ActualReply,
): Promise<Answer> {
  const { now, zone } = session.settings;
  const ports = { crypto: createCrypto(), clock: { now: () => now } };
  const { kongVersion: version, routerFlavor: flavor, as = 'diff' } = settings;
  const explanations: Explanation[] = [];
  for (const sending of sendingsOf(pasted, gatewayOf(files, settings, ports), settings)) {
    if (sending.note !== undefined) await session.tell(sending.note);
    const real = reply ?? sending.reply;
    const options = { version, zone, ...(flavor && { flavor }), ...(real && { reply: real }) };
    explanations.push(unwrap(explain(files, sending.request, options, ports)));
  }
  return answerOf(explanations, { zone, as }, session.settings.failOn);
}

/** The same model that is judged: it says which routes a bare token could go to. */
function gatewayOf(
  files: readonly ConfigFile[],
  settings: ExplainSettings,
  ports: Parameters<typeof loadGateway>[2],
): Gateway {
  const release = readRelease(settings.kongVersion);
  if (!release.ok) throw new Failure(release.problem);
  const { version } = release.value;
  const flavor = settings.routerFlavor ?? (version === '2.8' ? 'traditional' : 'traditional_compatible');
  const loaded = loadGateway(files, { version, flavor }, ports);
  if (!loaded.ok) throw new Failure(...loaded.problems);
  const { gateway } = loaded;
  // Kong takes no file of which it refuses a part: what runs instead is not known.
  if (gateway.refusals.length > 0) throw new Failure(...refusalProblems(gateway.refusals));
  return gateway;
}

function unwrap(explained: Explained): Explanation {
  if (!explained.ok) throw new Failure(...explained.problems);
  return explained.explanation;
}
