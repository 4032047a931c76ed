import { createCrypto } from '@why401/node';
import type { Crypto } from '../../ports/index.ts';
import type { Defect } from '../rule.ts';
import { runListRules } from '../run-list.ts';
import { type KeySetContext, type KeySetEvidence, keySetEvidence } from './evidence.ts';
import type { KeySetRule } from './rule.ts';

/** The clock of every test here: 2026-01-15T12:00:00Z. */
export const NOW = 1_768_478_400_000;

export interface Made {
  readonly keys?: readonly unknown[];
  /** A whole text instead. */
  readonly text?: string;
  readonly context?: Partial<KeySetContext>;
  /** The runtime knows no key at all. */
  readonly knowsNothing?: true;
}

const crypto = createCrypto();
const ignorant: Crypto = { ...crypto, loadPublicKey: () => undefined };

export const evidenceOf = ({ keys = [], text, context, knowsNothing }: Made): KeySetEvidence =>
  keySetEvidence(text ?? JSON.stringify({ keys }), knowsNothing ? ignorant : crypto, { now: NOW, ...context });

/** `error keys[1]` for each finding of a rule. */
export function said<Data extends Defect>(rule: KeySetRule<Data>, made: Made): readonly string[] {
  const found = runListRules([rule], evidenceOf(made), ['auto']);
  for (const { data } of found) if (rule.explain(data as Data).length === 0) throw new Error(`${rule.id} has no words`);
  return found.map(({ severity, member = '-' }) => `${severity} ${member}`);
}
