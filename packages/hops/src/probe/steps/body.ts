import { notSeen, type Step } from '../model.ts';

export const body: Step = ({ exchanges: [one] }, { readTimeout }) => {
  if (one?.answer?.headOctets === undefined) return notSeen('No answer came.');
  const { framing, bodyOctets, announced, complete, extraOctets } = one.answer;
  const size = `${bodyOctets} octets${announced === undefined ? '' : ` of ${announced}`} (${framing})`;
  if (one.end === 'too long') return notSeen(`It was not read to its end: ${size}.`);
  if (complete === false)
    return one.end === 'silent'
      ? {
          outcome: 'fail',
          effect: 'U-TO-BODY',
          evidence: [`The body stalled for ${Math.round(one.longestGapMs)} ms: ${size}.`],
          fix: { advice: `Something has to come within each read_timeout (${readTimeout} ms).` },
        }
      : {
          outcome: 'fail',
          effect: 'U-FIN-BODY',
          evidence: [`The body broke off: ${size}.`],
          fix: { advice: 'Look into the log of the server, and of the load balancer before it.' },
        };
  if (extraOctets > 0)
    return {
      outcome: 'fail',
      severity: 'warning',
      effect: 'U-MORE',
      evidence: [`${extraOctets} octets after the end of the body; Kong drops them.`, size],
      fix: { advice: 'The server announces a wrong Content-Length.' },
    };
  return { outcome: 'pass', ms: one.ms, evidence: [size] };
};
