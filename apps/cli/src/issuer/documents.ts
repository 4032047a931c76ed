import type { IssuerInput } from '@why401/core/verdict';
import type { ShownIssuer } from '@why401/kong/discovery';
import { fail } from '../failure.ts';
import { readNamedFile } from '../input/sources.ts';
import type { Session } from '../session.ts';
import type { IssuerOptions } from './options.ts';

/** What there is to judge, and how it was got where it was fetched. */
export interface Documents extends Pick<IssuerInput, 'metadata' | 'keySet'> {
  readonly shown?: ShownIssuer;
}

/** @throws Failure `no-document`, and what reading a file and asking an issuer throw */
export async function readDocuments(
  session: Session,
  url: string | undefined,
  options: IssuerOptions,
): Promise<Documents> {
  const shown = await shownIssuer(session, url, options);
  const fetched = shown === undefined ? {} : { shown, ...shown.input };
  const documents = { ...fetched, ...(await ofFiles(session, options)) };
  if (documents.metadata === undefined && documents.keySet === undefined && shown === undefined)
    fail(
      'no-document',
      'Nothing to judge was given.',
      'Give the URL of an issuer, or --file openid-configuration.json, --jwks jwks.json, or both.',
    );
  return documents;
}

/** Nobody is asked, and nothing of it is loaded, unless the command names an issuer or evidence. */
async function shownIssuer(
  session: Session,
  url: string | undefined,
  options: IssuerOptions,
): Promise<ShownIssuer | undefined> {
  if (url === undefined && options.evidence === undefined) return undefined;
  const { showIssuer } = await import('../live/issuer.ts');
  return showIssuer(
    session,
    url,
    options.profile === 'oauth' ? { ...options, first: 'oauth-authorization-server' } : options,
  );
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
