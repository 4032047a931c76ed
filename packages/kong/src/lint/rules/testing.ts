import { createCrypto } from '@why401/node/crypto';
import { type LintOptions, lint } from '../lint.ts';
import type { SmellRule } from '../rule.ts';

const crypto = createCrypto();

/** A configuration with the lists that are given. */
export const kong = (lists: string): string => `_format_version: "3.0"\n${lists}`;

/** `warning kong.yaml:4: the sentence`, for each finding of a rule. */
export function said(rule: SmellRule, text: string, options: LintOptions = {}): readonly string[] {
  const linting = lint([{ name: 'kong.yaml', text }], options, { crypto });
  if (!linting.ok) throw new Error(linting.problems.map(({ code }) => code).join());
  if (!linting.linted.accepted && options.form !== 'deck') throw new Error(JSON.stringify(linting.linted.refusals));
  return linting.linted.smells.flatMap((smell) => {
    if (smell.kind === 'problem' || smell.finding.id !== rule.id) return [];
    const { severity, place, data } = smell.finding;
    const words = rule.explain(data as never).map((line) => line.map((span) => span.text).join(''));
    if (rule.hint?.(data as never) === '') throw new Error(`${rule.id} has no hint`);
    return [`${severity} ${place?.file}:${place?.line}: ${words.join(' ')}`];
  });
}
