import { notSeen, type Step } from '../model.ts';

export const firstOctet: Step = ({ exchanges }, { readTimeout }) => {
  const times = exchanges.flatMap(({ firstOctetMs }) => (firstOctetMs === undefined ? [] : [firstOctetMs]));
  if (times.length === 0) return notSeen('No answer came.');
  const slowest = Math.max(...times);
  const evidence = [
    `First octet after ${times.map((ms) => Math.round(ms)).join(', ')} ms; read_timeout is ${readTimeout} ms.`,
  ];
  if (slowest < readTimeout / 2) return { outcome: 'pass', ms: slowest, evidence };
  return {
    outcome: 'fail',
    severity: slowest < readTimeout ? 'warning' : 'error',
    ms: slowest,
    evidence,
    effect: 'U-TO-HEAD',
    fix: {
      advice:
        'The server has to answer sooner, or read_timeout has to stand above its slowest answer and below what waits before Kong.',
    },
  };
};
