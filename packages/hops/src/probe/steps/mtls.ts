import { notApplicable, notSeen, type Step } from '../model.ts';
import { ownHandshake, speaksTls } from '../spoken.ts';

const WANTED = /CERTIFICATE_REQUIRED|HANDSHAKE_FAILURE|BAD_CERTIFICATE|UNKNOWN_CA|CERTIFICATE_UNKNOWN/;

/** TLS 1.3 refuses a missing client certificate only after the handshake, when somebody reads. */
export const mtls: Step = (facts) => {
  if (!speaksTls(facts.target)) return notApplicable('No TLS, no client certificate.');
  const own = ownHandshake(facts);
  const [request] = facts.exchanges;
  const withIt = facts.handshakes.find(({ kind }) => kind === 'client-certificate');
  if (own === undefined || request === undefined) return notSeen('No connection came about.');
  const page = request.answer?.status === 400 && /No required SSL certificate was sent/i.test(request.start);
  const failure = own.failure ?? request.failure ?? '';
  const shownIt = withIt === undefined ? [] : [`With the client certificate: ${withIt.failure ?? 'taken'}`];
  if (own.failure !== undefined && !WANTED.test(failure)) return notSeen('There was no handshake.');
  if (!page && !WANTED.test(failure))
    return {
      outcome: 'pass',
      evidence: [withIt === undefined ? 'The server wants none.' : 'The server took it, or wants none.', ...shownIt],
    };
  return {
    outcome: 'fail',
    effect: page ? 'no-certificate-page' : own.failure === undefined ? 'T-MTLS13' : 'T-ALERT',
    evidence: [
      page ? 'The server answers 400: No required SSL certificate was sent.' : `Refused: ${failure}`,
      ...shownIt,
    ],
    fix: {
      advice: 'Give Kong a certificate that the server accepts: certificates, then client_certificate of the Service.',
    },
  };
};
