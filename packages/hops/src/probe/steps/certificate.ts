import { type EffectCode, type Fix, notApplicable, notSeen, type Step } from '../model.ts';
import { ownHandshake, speaksTls } from '../spoken.ts';

const DAY = 86_400_000;
const SOON = 30 * DAY;

/** kong/runloop/upstream_ssl.lua@3.9.1: without tls_verify nothing of it is looked at. */
export const certificate: Step = (facts, { tlsVerify }) => {
  if (!speaksTls(facts.target)) return notApplicable('No TLS, no certificate.');
  const own = ownHandshake(facts);
  const [leaf] = own?.chain ?? [];
  if (own === undefined || leaf === undefined) return notSeen('No certificate came.');
  const until = new Date(leaf.notAfter).toISOString().slice(0, 10);
  const about = `${leaf.subject || 'no subject'}, by ${leaf.issuer}, until ${until}, for ${leaf.names.join(', ') || 'no name'}`;
  const sent = `${own.chain.length} ${own.chain.length === 1 ? 'certificate' : 'certificates'} in the chain`;
  if (own.distrust === undefined) {
    if (leaf.notAfter - facts.startedAt > SOON) return { outcome: 'pass', evidence: [about, sent] };
    const days = Math.max(0, Math.floor((leaf.notAfter - facts.startedAt) / DAY));
    return {
      outcome: 'fail',
      severity: 'warning',
      evidence: [`It ends in ${days} days.`, about],
      fix: { advice: 'The server has to renew it.' },
    };
  }
  const name = own.distrust === 'ERR_TLS_CERT_ALTNAME_INVALID';
  const effect: EffectCode = tlsVerify === true ? (name ? 'T-NAME' : 'T-VERIFY') : 'accepted-silently';
  const fix: Fix = name
    ? {
        advice: `Ask the server by a name that its certificate has (${leaf.names.join(', ') || 'none'}): host of the Service.`,
      }
    : {
        advice:
          ADVICE[own.distrust] ??
          'Name the authority in ca_certificates of the Service; the server has to send its whole chain.',
      };
  return {
    outcome: 'fail',
    severity: tlsVerify === true ? 'error' : 'warning',
    effect,
    fix,
    evidence: [
      `This machine does not trust it: ${own.distrust}.`,
      about,
      sent,
      ...(tlsVerify === true ? [] : [SILENT]),
    ],
  };
};

const SILENT =
  'Kong takes it all the same, as tls_verify of the Service is not true (Enterprise verifies by default from 3.14).';

const ADVICE: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: 'The server has to renew its certificate.',
  CERT_NOT_YET_VALID: 'Look at the clocks; else the server has to use a certificate that is valid now.',
};
