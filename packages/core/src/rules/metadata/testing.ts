import { readMetadata } from '../../metadata/index.ts';
import type { Defect } from '../rule.ts';
import { runListRules } from '../run-list.ts';
import { type MetadataEvidence, metadataEvidence, type Profile, readersOf } from './evidence.ts';
import type { MetadataRule } from './rule.ts';

/** A document in good order, changed; members that are `undefined` are left out. */
export interface Made {
  readonly members?: Readonly<Record<string, unknown>>;
  /** A whole text, or octets, instead of `members`. */
  readonly text?: string;
  readonly bytes?: Uint8Array;
  readonly expect?: string;
  readonly fetchedFrom?: string;
  readonly contentType?: string;
  /** Default `oidc`. */
  readonly profile?: Profile;
}

const GOOD = {
  issuer: 'https://op.example',
  authorization_endpoint: 'https://op.example/authorize',
  token_endpoint: 'https://op.example/token',
  userinfo_endpoint: 'https://op.example/userinfo',
  jwks_uri: 'https://op.example/keys',
  response_types_supported: ['code'],
  grant_types_supported: ['authorization_code'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['RS256'],
  scopes_supported: ['openid'],
  claims_supported: ['sub'],
  code_challenge_methods_supported: ['S256'],
};

export function evidenceOf({ members, text, bytes, profile = 'oidc', ...facts }: Made): MetadataEvidence {
  const document = bytes ?? text ?? JSON.stringify({ ...GOOD, ...members });
  return metadataEvidence(readMetadata(document), facts, profile);
}

/** `error jwks_uri` for each finding of a rule; `-` where it is about no member. */
export function said<Data extends Defect>(rule: MetadataRule<Data>, made: Made): readonly string[] {
  const evidence = evidenceOf(made);
  if (rule.looksAt === 'members' && evidence.reading.form !== 'object') return [];
  const found = runListRules([rule], evidence, readersOf(evidence));
  for (const { data } of found) if (rule.explain(data as Data).length === 0) throw new Error(`${rule.id} has no words`);
  return found.map(({ severity, member = '-' }) => `${severity} ${member}`);
}
