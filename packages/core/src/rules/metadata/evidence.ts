import type { JsonObject } from '../../json/index.ts';
import {
  type DocumentKind,
  documentKind,
  type IssuerKind,
  issuerKind,
  type MetadataFacts,
  type MetadataReading,
  type WellKnown,
  wellKnownOf,
} from '../../metadata/index.ts';

/** Who reads the document. `auto` sees what kind of issuer it is. */
export const PROFILES = ['auto', 'oidc', 'oauth', 'workload', 'fapi2', 'kong'] as const;
export type Profile = (typeof PROFILES)[number];

/** Whom a rule may know: a profile, or what `auto` saw. */
export type Reader = Profile | 'auto-oidc' | 'auto-oauth' | 'auto-workload' | 'auto-federation';

/** What the rules look at. */
export interface MetadataEvidence extends MetadataFacts {
  readonly reading: MetadataReading;
  /** Empty where there is no document. */
  readonly object: JsonObject;
  readonly wellKnown: WellKnown | undefined;
  /** What requirements it is held to: those of Discovery 1.0 or of RFC 8414. */
  readonly document: DocumentKind;
  readonly issuerKind: IssuerKind;
  readonly profile: Profile;
}

const NONE: JsonObject = {};

export function metadataEvidence(reading: MetadataReading, facts: MetadataFacts, profile: Profile): MetadataEvidence {
  const object = reading.form === 'object' ? (reading.object ?? NONE) : NONE;
  const wellKnown = facts.fetchedFrom === undefined ? undefined : wellKnownOf(facts.fetchedFrom);
  const document = profile === 'oauth' ? 'oauth' : documentKind(object, wellKnown);
  return { ...facts, reading, object, wellKnown, document, issuerKind: issuerKind(object, wellKnown), profile };
}

/** In the order in which a rule is asked for its severity. */
export const readersOf = ({ profile, issuerKind: kind }: MetadataEvidence): readonly Reader[] =>
  profile === 'auto' ? [`auto-${kind}`, 'auto'] : [profile];
