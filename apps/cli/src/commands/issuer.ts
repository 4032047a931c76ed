import type { Report, Section } from '@why401/core/report';
import {
  issuerDocument,
  issuerReport,
  judgeIssuer,
  type Rotation,
  rotationDocument,
  rotationSection,
} from '@why401/core/verdict';
import {
  credentialsAdminApi,
  credentialsDeck,
  credentialsSection,
  type IssuerCredentials,
} from '@why401/kong/credentials';
import { reportWithShown, severitiesOf, withShown } from '@why401/kong/discovery';
import { createCrypto } from '@why401/node/crypto';
import { credentialsFor } from '../issuer/credentials.ts';
import { readDocuments } from '../issuer/documents.ts';
import { otherNames } from '../issuer/names.ts';
import type { IssuerOptions } from '../issuer/options.ts';
import { readRotation } from '../issuer/rotation.ts';
import { verdictOn } from '../issuer/shown.ts';
import { exitOf } from '../outcome.ts';
import type { Session, Verb } from '../session.ts';

export const issuer: Verb<IssuerOptions> = async (session, [url], options) => {
  const crypto = createCrypto();
  if (options.watch === true) return (await import('../issuer/watch.ts')).watchIssuer(session, url, options, crypto);
  const documents = await readDocuments(session, url, options);
  const { metadata, keySet, shown } = documents;
  const input = {
    ...(metadata !== undefined && { metadata }),
    ...(keySet !== undefined && { keySet }),
    profile: options.profile,
    now: session.settings.now,
    others: await otherNames(session, options),
  };
  const judgement = judgeIssuer(input, crypto, { now: () => performance.now() });
  const expected = { ...judgement, issuer: judgement.issuer ?? options.expect };
  const credentials = credentialsFor(options, expected, crypto);
  const rotation = await readRotation(session, options, documents, judgement, crypto);
  return {
    exit: exitOf(
      { verdict: verdictOn(shown), findings: [...judgement.findings, ...severitiesOf(shown)] },
      session.settings.failOn,
    ),
    report: () => reportWithShown(withSections(session, issuerReport(expected), { credentials, rotation }), shown),
    json: () => ({
      ...withShown(issuerDocument(expected), shown),
      ...(rotation !== undefined && { rotation: rotationDocument(rotation) }),
      ...(credentials !== undefined && { kongCredentials: documentOf(credentials) }),
    }),
  };
};

interface More {
  readonly credentials: IssuerCredentials | undefined;
  readonly rotation: Rotation | undefined;
}

/** What was asked for beside the verdict stands right below it. */
function withSections({ settings }: Session, report: Report, { credentials, rotation }: More): Report {
  const more: readonly Section[] = [
    ...(rotation === undefined ? [] : [rotationSection(rotation, settings.zone)]),
    ...(credentials === undefined ? [] : [credentialsSection(credentials)]),
  ];
  const [verdict, ...rest] = report.sections;
  return { ...report, sections: [...(verdict === undefined ? [] : [verdict]), ...more, ...rest] };
}

const documentOf = (credentials: IssuerCredentials): object => ({
  consumer: credentials.consumer,
  keyClaimName: credentials.keyClaimName,
  entries: credentials.entries.map(({ kid, ...entry }) => ({ ...entry, kid: kid ?? null })),
  leftOut: credentials.leftOut.map(({ kid, ...one }) => ({ ...one, kid: kid ?? null })),
  deck: credentialsDeck(credentials).join('\n'),
  adminApi: credentialsAdminApi(credentials).join('\n'),
});
