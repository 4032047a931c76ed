import type { FetchJson } from '@why401/core';
import { evidenceText, type GatheredDocument, type IssuerEvidence, readEvidence } from '@why401/core/evidence';
import { gatherIssuer } from '@why401/node/issuer';
import { Failure, fail } from '../failure.ts';
import { readNamedFile } from '../input/sources.ts';
import { refuseExisting, writeNewFile } from '../output/new-file.ts';
import type { Session } from '../session.ts';
import { fetcherOf } from './fetcher.ts';
import type { EvidenceOptions, FetchOptions } from './options.ts';

export interface Gathered {
  readonly evidence: IssuerEvidence;
  /** Absent where saved evidence is judged: nobody is asked then. */
  readonly fetchJson?: FetchJson;
}

export type GatherCall = FetchOptions & EvidenceOptions & { readonly first?: GatheredDocument['role'] };

/**
 * What the issuer shows, asked for now or read from `--evidence`; written to `--save`.
 * @throws Failure `no-issuer`, `not-an-issuer`, `one-input-only`, `file-exists`, what the fetcher's options throw
 */
export async function gather(session: Session, issuer: string | undefined, options: GatherCall): Promise<Gathered> {
  if (options.evidence !== undefined) return { evidence: await loadEvidence(session, options.evidence) };
  if (issuer === undefined) return fail('no-issuer', 'No issuer is named.', 'Give its URL: https://idp.example/path');
  if (options.save !== undefined && !session.settings.force) refuseExisting(options.save);
  const fetchJson = await fetcherOf(session, options, originOf(issuer));
  const evidence = await gatherIssuer(issuer, fetchJson, {
    ...(options.first === 'oauth-authorization-server' && { first: options.first }),
  });
  if (options.save !== undefined) writeNewFile(options.save, evidenceText(evidence), session.settings.force);
  return { evidence, fetchJson };
}

/** @throws Failure `evidence-unreadable`, `evidence-version`, and what reading a file throws */
export async function loadEvidence(session: Session, file: string): Promise<IssuerEvidence> {
  const { bytes } = await readNamedFile(session, file, { what: 'evidence' });
  const read = readEvidence(bytes);
  if (!read.ok) throw new Failure({ ...read.problem, place: { file } });
  return read.value;
}

function originOf(issuer: string): string {
  try {
    return new URL(issuer).origin;
  } catch {
    return fail('not-an-issuer', 'The issuer is no URL.', 'Give it with its scheme: https://idp.example/path');
  }
}
