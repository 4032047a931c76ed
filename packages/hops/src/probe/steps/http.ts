import type { AnswerFraming, Exchange } from '@why401/core';
import { type EffectCode, type Fix, notApplicable, notSeen, type Step } from '../model.ts';
import { isGrpc, shown, wantsTls, wordsOf } from '../spoken.ts';

/** What nginx makes of an answer's head: ngx_http_upstream.c and ngx_http_proxy_module.c of Kong's nginx 1.25. */
export const http: Step = (facts, setting) => {
  if (isGrpc(facts.target)) return notApplicable('Kong speaks HTTP/2 to this Service.');
  const [one] = facts.exchanges;
  if (one === undefined) return notSeen('No request could be sent.');
  const ms = one.ms;
  const fail = (effect: EffectCode, evidence: string, fix: Fix) => ({
    outcome: 'fail' as const,
    ms,
    effect,
    evidence: [evidence],
    fix,
  });
  if (one.answer === undefined) return noAnswer(one, fail);
  if (wantsTls(one)) return fail('plain-http-page', one.answer.statusLine, { service: { protocol: 'https' } });
  if (one.answer.headOctets === undefined) return broken(one, fail);
  const fault = framingFault(one.answer, setting.strictFraming) ?? headerFault(one.answer);
  if (fault !== undefined) return fail(fault[0], fault[1], { advice: 'The server has to send a valid head.' });
  return { outcome: 'pass', ms, evidence: [one.answer.statusLine] };
};

type Failed = (effect: EffectCode, evidence: string, fix: Fix) => ReturnType<Step>;

function noAnswer(one: Exchange, fail: Failed): ReturnType<Step> {
  if (wordsOf(one) !== 'nothing')
    return fail('U-NOHTTP', `No HTTP: ${shown(one)}`, {
      advice: 'Correct protocol or port: something else listens there.',
    });
  return broken(one, fail);
}

function broken(one: Exchange, fail: Failed): ReturnType<Step> {
  const came = one.octets === 0 ? 'no octet came' : `${one.octets} octets came, and no whole head`;
  if (one.end === 'silent')
    return fail('U-TO-HEAD', `Silence for ${Math.round(one.ms)} ms; ${came}.`, {
      advice: 'The server has to answer sooner, or read_timeout of the Service has to be longer than it needs.',
    });
  if (one.end === 'reset') return fail('U-RST-HEAD', `The connection was reset; ${came}.`, { advice: LOGS });
  if (one.end === 'failed') return fail('T-LOCAL', `It failed: ${one.failure}.`, { advice: LOGS });
  return fail('U-FIN-HEAD', `The connection was closed; ${came}.`, { advice: LOGS });
}

const LOGS = 'Look into the log of the server: it, or a load balancer before it, broke off.';

const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;

/** nginx takes digits, letters and signs of a token in a name, and no NUL anywhere. */
function headerFault({ headers }: AnswerFraming): readonly [EffectCode, string] | undefined {
  const wrong = headers.find(([name, value]) => value === undefined || !TOKEN.test(name) || value.includes('\0'));
  return wrong && ['U-BADHDR', `Not a header line: ${JSON.stringify(wrong[0].slice(0, 60))}.`];
}

function framingFault({ headers }: AnswerFraming, strict: boolean): readonly [EffectCode, string] | undefined {
  const valuesOf = (wanted: string) =>
    headers.flatMap(([name, value = '']) => (name.toLowerCase() === wanted ? [value] : []));
  const [lengths, codings] = [valuesOf('content-length'), valuesOf('transfer-encoding')];
  const [length] = lengths;
  // Without the strictness of nginx 1.23 the last length counts, and chunks count before it.
  if (!strict) return undefined;
  if (lengths.length > 1) return ['U-DUPHDR', `Content-Length stands there ${lengths.length} times.`];
  if (codings.length > 1) return ['U-DUPHDR', `Transfer-Encoding stands there ${codings.length} times.`];
  if (length !== undefined && !/^\d+$/.test(length)) return ['U-BADCL', `Content-Length is ${JSON.stringify(length)}.`];
  if (length !== undefined && codings.length > 0)
    return ['U-CLTE', 'Content-Length and Transfer-Encoding are both there.'];
  if (codings.some((coding) => coding.toLowerCase() !== 'chunked'))
    return ['U-UNKTE', `Transfer-Encoding is ${JSON.stringify(codings[0])}.`];
  return undefined;
}
