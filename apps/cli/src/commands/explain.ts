import { type ExplainSettings, explainPasted } from '../explain/explain-pasted.ts';
import { readConfigs } from '../input/configs.ts';
import { type Pasted, type PasteOptions, readPasted } from '../input/paste.ts';
import { readReply } from '../input/replies.ts';
import type { GatewayOptions } from '../live/options.ts';
import type { Answer, Session, Verb } from '../session.ts';

export interface ExplainOptions extends PasteOptions, ExplainSettings, GatewayOptions {
  readonly config: readonly string[];
  readonly reply?: string;
  readonly evidence?: string;
  readonly across?: string;
}

export const explain: Verb<ExplainOptions> = async (session, [input], options) => {
  const pasted = await readPasted(session, input, options, { what: 'a request or a token' });
  if (options.across !== undefined) {
    const files = await readConfigs(session, options.config, options);
    return (await import('../explain/across.ts')).explainAcross(session, pasted, files, options.across, options);
  }
  const answer = await explainWith(session, pasted, options);
  const token = pasted.paste.tokens[pasted.paste.chosen];
  if (options.evidence === undefined || token === undefined) return answer;
  const beside = { token: token.text, file: options.evidence, below: 'everything' } as const;
  return (await import('../live/saved.ts')).besideEvidence(session, answer, beside);
};

/** Against the configuration that the options name. */
export async function explainWith(session: Session, pasted: Pasted, options: ExplainOptions): Promise<Answer> {
  const files = await readConfigs(session, options.config, options);
  const reply = options.reply === undefined ? undefined : await readReply(session, options.reply);
  return explainPasted(session, pasted, files, options, reply);
}
