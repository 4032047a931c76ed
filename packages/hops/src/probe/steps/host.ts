import { notSeen, type Step } from '../model.ts';

/** A name server behind an address: the Host that Kong sends decides which site answers. */
export const host: Step = ({ exchanges: [one], target }) => {
  if (one?.answer === undefined) return notSeen('No answer came.');
  const { status, headers } = one.answer;
  const location = headers.find(([name]) => name.toLowerCase() === 'location')?.[1];
  const sent = `Host: ${target.hostHeader}`;
  if (status === 421 || status === 404)
    return {
      outcome: 'fail',
      severity: 'warning',
      evidence: [`${status} to ${sent}, path ${target.path}`],
      fix: {
        advice:
          'If this is another site than yours, the Host decides: host of the Service, host_header of the Upstream, or preserve_host of the Route.',
      },
    };
  const [, origin, name] = /^(https?:\/\/([^/:?#]+)[^/?#]*)/i.exec(location ?? '') ?? [];
  if (name?.toLowerCase() === target.host.toLowerCase())
    return {
      outcome: 'fail',
      severity: 'warning',
      evidence: [`${status} to ${origin}: the client is sent past the gateway.`],
      fix: { advice: 'The server has to build its redirects from X-Forwarded-Host, -Proto and -Prefix.' },
    };
  return { outcome: 'pass', evidence: [`${status} to ${sent}`] };
};
