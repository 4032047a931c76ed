import { notApplicable, notSeen, type Step } from '../model.ts';

/** The longest that Kong may take: nothing bounds the whole, each try has its own timers. */
export const total: Step = ({ exchanges, target }, { retries, readTimeout, frontTimeout }) => {
  const times = exchanges.flatMap(({ firstOctetMs }) => (firstOctetMs === undefined ? [] : [firstOctetMs]));
  if (times.length === 0 && exchanges.length === 0) return notSeen('No request could be sent.');
  const one = times.length === 0 ? readTimeout : Math.min(Math.max(...times), readTimeout);
  const worst = (retries + 1) * readTimeout;
  const evidence = [
    `A server that hangs costs ${target.method} ${retries + 1} × ${readTimeout} ms = ${worst / 1000} s; today's answer took ${Math.round(one)} ms.`,
  ];
  if (frontTimeout === undefined)
    return notApplicable(`${evidence[0]} What stands before Kong was not told (--front-timeout SECONDS).`);
  if (worst <= frontTimeout) return { outcome: 'pass', evidence };
  return {
    outcome: 'fail',
    severity: 'warning',
    effect: 'front-gives-up',
    evidence: [
      ...evidence,
      `What stands before Kong gives up after ${frontTimeout / 1000} s: then it writes its own 504, and Kong logs 499.`,
    ],
    fix: {
      service: { retries: 0, read_timeout: Math.min(readTimeout, Math.floor(frontTimeout * 0.9)) },
      advice: 'Server < load balancer behind < Kong × tries < load balancer before < client.',
    },
  };
};
