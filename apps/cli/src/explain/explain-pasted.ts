import { createExplainer, type Explainer } from '@why401/kong';
import { type ConfigFile, refusalProblems } from '@why401/kong/config';
import type { ActualReply, Telling } from '@why401/kong/explanation';
import type { RouterFlavor } from '@why401/kong/versions';
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
  const explainer = explainerOf(session, files, settings);
  const sendings = sendingsOf(pasted, explainer.gateway, settings);
  for (const { note } of sendings) if (note !== undefined) await session.tell(note);
  const explanations = sendings.map((sending) => explainer.explain(sending.request, reply ?? sending.reply));
  const { zone, failOn } = session.settings;
  return answerOf(explanations, { zone, as: settings.as ?? 'diff' }, failOn);
}

function explainerOf(
  { settings: { now, zone } }: Session,
  files: readonly ConfigFile[],
  { kongVersion: version, routerFlavor: flavor }: ExplainSettings,
): Explainer {
  const ports = { crypto: createCrypto(), clock: { now: () => now } };
  const explaining = createExplainer(files, { version, zone, ...(flavor && { flavor }) }, ports);
  if (!explaining.ok) throw new Failure(...explaining.problems);
  const { refusals } = explaining.explainer.gateway;
  // Kong takes no file of which it refuses a part: what runs instead is not known.
  if (refusals.length > 0) throw new Failure(...refusalProblems(refusals));
  return explaining.explainer;
}
