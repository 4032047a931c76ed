import type { ProbeOptions as AskOptions } from '@why401/node/probe';
import { fail } from '../failure.ts';
import { readPem } from '../live/pem.ts';
import type { Session } from '../session.ts';
import type { ProbeOptions } from './options.ts';

/** @throws Failure `client-key-missing`, `not-pem`, and what reading a file throws */
export async function readPems(
  session: Session,
  { ca, clientCert, clientKey }: ProbeOptions,
): Promise<Pick<AskOptions, 'ca' | 'clientCertificate'>> {
  const authorities = await Promise.all(ca.map((file) => readPem(session, file, 'an authority')));
  if ((clientCert === undefined) !== (clientKey === undefined))
    fail(
      'client-key-missing',
      'A client certificate needs its key.',
      'Give both: --client-cert FILE --client-key FILE.',
    );
  if (clientCert === undefined || clientKey === undefined) return { ca: authorities };
  const certificate = await readPem(session, clientCert, 'a certificate');
  return {
    ca: authorities,
    clientCertificate: { certificate, key: await readPem(session, clientKey, 'a private key') },
  };
}
