import { type GatheredDocument, metadataOf } from '@why401/core/evidence';
import { type ShownIssuer, shownIssuer, whole } from '@why401/kong/discovery';
import { type SecondOpinion, secondOpinion } from '@why401/node/issuer';
import type { Session } from '../session.ts';
import { type GatherCall, gather } from './evidence.ts';

/** Asks an issuer, or reads what was saved of one. @throws what `gather` throws */
export async function showIssuer(
  session: Session,
  typed: string | undefined,
  options: GatherCall & { readonly expect?: string },
): Promise<ShownIssuer> {
  const { evidence } = await gather(session, typed, options);
  const asked = typed ?? evidence.issuer;
  const opinion = await opinionOn(asked, metadataOf(evidence));
  return shownIssuer(evidence, { asked, opinion, expect: options.expect });
}

async function opinionOn(asked: string, metadata: GatheredDocument | undefined): Promise<SecondOpinion | undefined> {
  const document = whole(metadata);
  if (metadata === undefined || metadata.role === 'jwks' || document === undefined) return undefined;
  return secondOpinion(asked, metadata.role, document);
}
