import { notApplicable, type Step } from '../model.ts';
import { shown } from '../spoken.ts';

/** The same request by way of Kong, held against what the server says itself. */
export const gateway: Step = ({ throughGateway: through, exchanges: [direct] }) => {
  if (through === undefined) return notApplicable('It was not asked for (--through URL).');
  if (through.answer === undefined)
    return {
      outcome: 'unknown',
      evidence: [`Kong gave no answer: ${through.failure ?? (shown(through) || through.end)}`],
    };
  const headerOf = (wanted: string) => through.answer?.headers.find(([name]) => name.toLowerCase() === wanted)?.[1];
  const [route, service] = [headerOf('kong-route-name'), headerOf('kong-service-name')];
  const evidence = [
    `Through Kong: ${through.answer.statusLine}; direct: ${direct?.answer?.statusLine ?? 'nothing'}`,
    ...(route === undefined ? [] : [`Kong took route ${route}, service ${service ?? '?'}.`]),
  ];
  if (through.answer.status === direct?.answer?.status) return { outcome: 'pass', ms: through.ms, evidence };
  const own = headerOf('x-kong-response-latency') !== undefined;
  return {
    outcome: 'fail',
    ms: through.ms,
    evidence: [
      ...evidence,
      own
        ? 'Kong itself wrote this answer (X-Kong-Response-Latency).'
        : 'The server answered otherwise to what Kong sent.',
    ],
    fix: {
      advice: own
        ? 'Ask why: why401 explain, why401 route.'
        : 'Compare path (strip_path, path of the Service), Host and headers: why401 route.',
    },
  };
};
