import { type IssuerEvidence, keysOf, metadataOf } from '@why401/core/evidence';
import { fetchedMetadata, type IssuerInput } from '@why401/core/verdict';
import { fail } from '../failure.ts';
import { readNamedFile } from '../input/sources.ts';
import { loadEvidence } from '../live/evidence.ts';
import type { Session } from '../session.ts';
import type { IssuerOptions } from './options.ts';

/** What there is to judge, and the evidence that it came from. */
export interface Documents extends Pick<IssuerInput, 'metadata' | 'keySet'> {
  readonly evidence?: IssuerEvidence;
}

/** @throws Failure `no-document`, and what reading a file throws */
export async function readDocuments(session: Session, options: IssuerOptions): Promise<Documents> {
  const saved = options.evidence === undefined ? undefined : await loadEvidence(session, options.evidence);
  const ofEvidence = saved === undefined ? {} : documentsOf(saved, options.expect ?? saved.issuer);
  const documents = { ...ofEvidence, ...(await ofFiles(session, options)) };
  if (documents.metadata === undefined && documents.keySet === undefined && saved === undefined)
    fail(
      'no-document',
      'Nothing to judge was given.',
      'Give --file openid-configuration.json, --jwks jwks.json, or both.',
    );
  return documents;
}

async function ofFiles(
  session: Session,
  { file, jwks, expect, fetchedFrom }: IssuerOptions,
): Promise<Pick<Documents, 'metadata' | 'keySet'>> {
  const metadata =
    file === undefined ? undefined : await readNamedFile(session, file, { what: 'a discovery document' });
  const keySet = jwks === undefined ? undefined : await readNamedFile(session, jwks, { what: 'a key set' });
  return {
    ...(metadata !== undefined && { metadata: { input: metadata.bytes, facts: { expect, fetchedFrom } } }),
    ...(keySet !== undefined && { keySet: { input: keySet.bytes, file: keySet.name } }),
  };
}

/** What was fetched, as the judge takes it. */
export function documentsOf(evidence: IssuerEvidence, expect: string): Documents {
  const metadata = metadataOf(evidence)?.fetched.document;
  const keys = keysOf(evidence)?.fetched.document;
  return {
    evidence,
    ...(metadata !== undefined && { metadata: fetchedMetadata(metadata, expect) }),
    ...(keys !== undefined && { keySet: { input: keys.bytes, file: keys.url } }),
  };
}
