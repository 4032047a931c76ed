import type { Step } from '../model.ts';

const NOT_THERE: ReadonlySet<string> = new Set(['ENOTFOUND', 'ENODATA']);

/** kong/resty/dns/client.lua@3.9.1: a name that is not there is 503, a name server that fails 500. */
export const name: Step = ({ name: { source, asked, addresses, ms, srvPort }, target }) => {
  if (source === 'literal') return { outcome: 'not-applicable', evidence: [`${target.host} is an address.`] };
  const questions = asked.map(
    ({ type, name: of, answers, failure, ttl }) =>
      `${type} ${of}: ${failure ?? answers.join(', ')}${ttl === undefined ? '' : ` (TTL ${ttl} s)`}`,
  );
  if (addresses.length > 0) {
    const from = source === 'hosts' ? ' (hosts file)' : '';
    const port = srvPort !== undefined && srvPort !== target.port;
    return {
      outcome: 'pass',
      ms,
      evidence: [
        `${addresses.join(', ')}${from}`,
        ...(port ? [`The SRV record names port ${srvPort}: Kong takes it instead of ${target.port}.`] : []),
        ...questions,
      ],
    };
  }
  const failure = asked.find((question) => question.failure !== undefined && !NOT_THERE.has(question.failure));
  return failure === undefined
    ? {
        outcome: 'fail',
        ms,
        effect: 'D-NX',
        evidence: ['No record of that name.', ...questions],
        fix: { advice: 'Correct host, or ask the name server that knows it (dns_resolver, dns_order in kong.conf).' },
      }
    : {
        outcome: 'fail',
        ms,
        effect: 'D-SERV',
        evidence: [`The name server did not answer the question (${failure.failure}).`, ...questions],
        fix: { advice: 'The name server has to work, or dns_resolver in kong.conf has to name another one.' },
      };
};
