import type { Problem } from '@why401/core';
import { type PastedRequest, type PastedResponse, readPaste } from '@why401/core/input';
import type { ClientAnswer, Headers, SentRequest } from '../../record/index.ts';
import { type CredentialNames, maskHeaders, maskParameters, maskText, utf8Length } from '../text/index.ts';
import { FAILURES } from './failures-table.ts';

/** A request and what the client got for it; either may be missing. */
export interface Exchange {
  readonly request: SentRequest | null;
  readonly answer: ClientAnswer | null;
}

export interface Answers {
  readonly exchanges: readonly Exchange[];
  readonly problems: readonly Problem[];
}

/** `time_total` of `curl -w`, and of the shell's `time`. Milliseconds. */
const TOTAL = /\btime_total\b["']?\s*[:=]\s*"?(\d+(?:\.\d+)?)|^real\s+(?:(\d+)m)?(\d+(?:\.\d+)?)s?$/m;

/**
 * What a client shows of an exchange: `curl -i` or `-v` (TLS talk, errors of curl), raw HTTP, a HAR, a saved request
 * and answer. Credentials are masked; bodies keep their length.
 */
export function readAnswers(text: string, credentials?: CredentialNames): Answers {
  const paste = readPaste(text);
  const failure = failureIn(text);
  const elapsedMs = paste.kind === 'har' ? null : elapsedIn(text);
  const answered = paste.responses
    .filter(({ status }) => status >= 200 || status === 101)
    .map((response): Exchange => {
      const sent = paste.requests[response.request];
      const request = sent === undefined ? null : toRequest(sent, credentials);
      return { request, answer: toAnswer(response, { elapsedMs, credentials }) };
    });
  const answeredIndexes = new Set(paste.responses.map(({ request }) => request));
  const silent = paste.requests
    .filter((_, index) => !answeredIndexes.has(index))
    .map((one) => toRequest(one, credentials));
  const exchanges = withFailure(answered, silent, failure === null ? null : noAnswer(failure.error, elapsedMs));
  return { exchanges, problems: [...paste.problems, ...missing(paste.kind, paste.requests.length, exchanges)] };
}

export function failureIn(text: string): (typeof FAILURES)[number] | null {
  // Bodies quote anything: only lines of the program itself count.
  const talk = text.split('\n').filter((line) => /^(?:curl: |\* |< |> )|^\S*Error\b|E[A-Z]{5,}/.test(line));
  return FAILURES.find(({ pattern }) => talk.some((line) => pattern.test(line))) ?? null;
}

/** A failure belongs to the last exchange: the request that got nothing, or the answer that stopped in between. */
function withFailure(
  answered: readonly Exchange[],
  silent: readonly SentRequest[],
  failed: ClientAnswer | null,
): readonly Exchange[] {
  const last = answered.at(-1);
  const unanswered = silent.map((request, index): Exchange => {
    return { request, answer: index === silent.length - 1 ? failed : null };
  });
  if (failed === null || silent.length > 0) return [...answered, ...unanswered];
  if (last?.answer === undefined || last.answer === null) return [{ request: null, answer: failed }];
  return [...answered.slice(0, -1), { ...last, answer: { ...last.answer, error: failed.error } }];
}

function elapsedIn(text: string): number | null {
  const [, total, minutes = '0', seconds] = TOTAL.exec(text) ?? [];
  if (total !== undefined) return Math.round(Number(total) * 1000);
  return seconds === undefined ? null : Math.round((Number(minutes) * 60 + Number(seconds)) * 1000);
}

function noAnswer(error: ClientAnswer['error'], elapsedMs: number | null): ClientAnswer {
  return {
    status: null,
    reason: '',
    headers: [],
    body: '',
    bodyBytes: 0,
    elapsedMs,
    error,
    httpVersion: '',
    leftOpen: null,
  };
}

interface Around {
  readonly elapsedMs: number | null;
  readonly credentials: CredentialNames | undefined;
}

function toAnswer(response: PastedResponse, { elapsedMs, credentials }: Around): ClientAnswer {
  const body = withLength(response.body ?? '', response.headers);
  return {
    status: response.status,
    reason: response.reason,
    headers: maskHeaders(lower(response.headers), credentials),
    body: maskText(body),
    bodyBytes: response.body === undefined ? null : lengthOf(body, response.headers),
    elapsedMs,
    error: null,
    httpVersion: response.version,
    leftOpen: null,
  };
}

/**
 * `curl -v`, read line by line, loses the CR of line ends, and what `-w` or the shell print afterwards follows without
 * a mark: the length that was told says where the body ends.
 */
function withLength(body: string, headers: Headers): string {
  const told = toldLength(headers);
  const spelt = body.includes('\r') ? [body] : [body, body.replaceAll('\n', '\r\n')];
  // The end of a paste is trimmed.
  const exact = spelt.flatMap((one) => [one, `${one}\n`, `${one}\r\n`]).find((one) => utf8Length(one) === told);
  const longer = spelt.find((one) => one.length > told && (one[told] === '\n' || one[told - 1] === '\n'));
  return exact ?? longer?.slice(0, told) ?? body;
}

const toldLength = (headers: Headers): number =>
  Number(headers.find(([name]) => name.toLowerCase() === 'content-length')?.[1] ?? Number.NaN);

/** A paste may have lost or gained a line end. */
const PASTED = 2;

function lengthOf(body: string, headers: Headers): number {
  const bytes = utf8Length(body);
  const told = toldLength(headers);
  return Math.abs(told - bytes) <= PASTED ? told : bytes;
}

function toRequest(request: PastedRequest, credentials: CredentialNames | undefined): SentRequest {
  const headers = maskHeaders(lower(request.headers), credentials);
  return {
    method: request.method,
    scheme: request.scheme ?? 'http',
    host: (request.host ?? '').toLowerCase(),
    port: request.port ?? null,
    target: maskText(maskParameters(request.target, credentials)),
    headers,
    bodyBytes: request.body === undefined ? 0 : utf8Length(request.body),
    httpVersion: '1.1',
    rawBytes: null,
  };
}

const lower = (headers: Headers): Headers => headers.map(([name, value]) => [name.toLowerCase(), value] as const);

function missing(kind: string, requests: number, exchanges: readonly Exchange[]): readonly Problem[] {
  if (kind !== 'har' || requests === 0 || exchanges.some(({ answer }) => answer !== null)) return [];
  const message = `this HAR has ${requests} request${requests === 1 ? '' : 's'} and no response`;
  return [
    { code: 'har-without-responses', message, hint: 'Export it after the page has loaded, or paste the answer.' },
  ];
}
