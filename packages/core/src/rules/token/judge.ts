import type { Finding } from '../../facts/index.ts';
import type { JoseHeader } from '../../parse/index.ts';
import { runRules } from '../run.ts';
import type { TokenEvidence } from './evidence.ts';
import { tokenRules } from './index.ts';

const FORM = tokenRules.filter(({ looksAt }) => looksAt === 'form');
const HEADER = tokenRules.filter(({ looksAt }) => looksAt === 'header');
const TOKEN = tokenRules.filter(({ looksAt }) => looksAt === 'token');

const NOTHING: readonly Finding[] = runRules([], undefined);

/** What the rules say about a header; the reader hands out one object for one header of signed tokens. */
const ofHeaders = new WeakMap<JoseHeader, readonly Finding[]>();

/** Every finding about a token. The same as running `tokenRules`, less what cannot be different from last time. */
export function judgeByRules(evidence: TokenEvidence): readonly Finding[] {
  const { problems, remarks } = evidence.token;
  const form = problems.length === 0 && remarks.length === 0 ? NOTHING : runRules(FORM, evidence);
  const header = evidence.header === undefined ? NOTHING : ofHeader(evidence.header, evidence);
  const token = runRules(TOKEN, evidence);
  if (form.length === 0 && header.length === 0) return token;
  return [...form, ...header, ...token];
}

function ofHeader(header: JoseHeader, evidence: TokenEvidence): readonly Finding[] {
  const known = ofHeaders.get(header);
  if (known !== undefined) return known;
  const findings = runRules(HEADER, evidence);
  ofHeaders.set(header, findings);
  return findings;
}
