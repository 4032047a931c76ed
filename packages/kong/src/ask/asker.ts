import type { Ports, Problem } from '@why401/core';
import { type ConfigFile, type Gateway, refusalProblems } from '../config/index.ts';
import { createExplainer, type Explainer } from '../explain.ts';
import { defaultVersion, type RouterFlavor, readRelease } from '../versions/index.ts';
import { answerOf } from './answer.ts';
import { knownOfTokens } from './known.ts';
import type { Asked, Question, Tell } from './model.ts';
import { sendingsOf } from './sendings.ts';
import { viewNotes } from './view.ts';

export interface AskerOptions {
  /** `3.9`, `3.9.1`, `HEAD`, …; 3.9 where absent. */
  readonly version?: string | undefined;
  readonly flavor?: RouterFlavor | undefined;
}

/** A configuration that was read once, to answer any number of questions. */
export interface Asker {
  readonly gateway: Gateway;
  ask(question: Question, tell: Tell): Asked;
}

export type Asking =
  | { readonly ok: true; readonly asker: Asker }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Reads the files. Problems are what nobody can read; what Kong refuses is answered to every question. */
export function createAsker(files: readonly ConfigFile[], { version, flavor }: AskerOptions, ports: Ports): Asking {
  const options = { ...(version !== undefined && { version }), ...(flavor !== undefined && { flavor }), zone: 'UTC' };
  const explaining = createExplainer(files, options, ports);
  if (!explaining.ok) return explaining;
  const { explainer } = explaining;
  const { gateway } = explainer;
  const release = readRelease(version ?? defaultVersion);
  const general = viewNotes(gateway, release.ok ? release.value : undefined);
  // Kong takes no file of which it refuses a part: what runs instead is not known.
  const refused = refusalProblems(gateway.refusals);
  const ask: Asker['ask'] = (question, tell) =>
    refused.length > 0 ? { ok: false, problems: refused } : answered(explainer, question, tell, general);
  return { ok: true, asker: { gateway, ask } };
}

function answered(explainer: Explainer, question: Question, tell: Tell, general: readonly string[]): Asked {
  const sent = sendingsOf(question, explainer.gateway);
  if (!sent.ok) return { ok: false, problems: [sent.problem] };
  const explanations = sent.sendings.map(({ request, reply }) =>
    explainer.explain(request, question.reply ?? reply, { zone: tell.zone, cures: tell.cures !== 'later' }),
  );
  const notes = [...general, ...sent.sendings.map(({ note }) => note)].filter((note) => note !== undefined);
  const known = knownOfTokens(question.paste.tokens.map(({ text }) => text));
  return { ok: true, answer: { ...answerOf(explanations, tell), notes, known } };
}
