import { encodeBase64 } from '../../encoding/index.ts';
import type { Problem } from '../../facts/index.ts';
import { type RawUrl, splitUrl, withoutDotSegments } from '../http/raw-url.ts';
import type { PastedRequest } from '../model.ts';
import type { Command } from '../shell/index.ts';
import { type Argument, readArguments } from './arguments.ts';
import { curlBody } from './body.ts';
import type { Effect } from './options.ts';

/** The requests of one curl command: one for each URL, and again after each `--next`. */
export function curlRequests(command: Command): readonly PastedRequest[] {
  const operations: Argument[][] = [[]];
  for (const argument of readArguments(command.words.slice(1))) {
    if (argument.effect === 'next') operations.push([]);
    else operations[operations.length - 1]?.push(argument);
  }
  return operations.flatMap((arguments_) => {
    const problems = [...command.unresolved.map(unresolved), ...remarksOn(arguments_)];
    const urls = arguments_.filter(({ effect }) => effect === 'url');
    return urls.map(({ value }) => request(value, arguments_, problems));
  });
}

function request(url: string, arguments_: readonly Argument[], problems: readonly Problem[]): PastedRequest {
  const has = (effect: Effect): boolean => arguments_.some((argument) => argument.effect === effect);
  const last = (effect: Effect): string | undefined =>
    arguments_.findLast((argument) => argument.effect === effect)?.value;
  const body = curlBody(arguments_);
  const at = splitUrl(url);
  const query = [body.query, ...arguments_.filter((a) => a.effect === 'url-query').map((a) => a.value)];
  const target = withQuery(has('as-is') ? at.target : withoutDotSegments(at.target), query);
  const implied = has('head') ? 'HEAD' : has('upload') ? 'PUT' : body.sends ? 'POST' : 'GET';
  return {
    from: 'curl',
    method: last('method') ?? implied,
    scheme: at.scheme ?? 'http',
    host: at.host,
    port: at.port,
    target: last('target') ?? target,
    headers: headers(arguments_, at, body.contentType),
    body: body.text,
    problems: [...problems, ...body.problems],
  };
}

/** curl puts its own headers first and those of `-H` last, unless `-H` names one of them. */
function headers(
  arguments_: readonly Argument[],
  url: RawUrl,
  contentType: string | undefined,
): readonly (readonly [string, string])[] {
  const own: [string, string][] = [];
  const custom: [string, string][] = [];
  const removed = new Set<string>();
  for (const { effect, value } of arguments_) {
    if (effect === 'header') addCustom(custom, removed, value);
  }
  const named = new Set([...custom.map(([name]) => name.toLowerCase()), ...removed]);
  const add = (name: string, value: string | undefined): void => {
    if (value !== undefined && !named.has(name.toLowerCase())) own.push([name, value]);
  };
  const last = (effect: Effect): string | undefined => arguments_.findLast((a) => a.effect === effect)?.value;
  const isJson = arguments_.some(({ effect }) => effect === 'json');
  const bearer = last('bearer');
  add('Host', url.host === undefined ? undefined : `${url.host}${url.port === undefined ? '' : `:${url.port}`}`);
  add('Authorization', bearer === undefined ? basic(last('user') ?? url.userinfo) : `Bearer ${bearer}`);
  add('Range', last('range') === undefined ? undefined : `bytes=${last('range')}`);
  add('User-Agent', last('agent'));
  add('Accept', isJson ? 'application/json' : '*/*');
  if (arguments_.some(({ effect }) => effect === 'compressed')) add('Accept-Encoding', 'deflate, gzip, br, zstd');
  add('Referer', last('referer'));
  const cookies = arguments_.filter(({ effect, value }) => effect === 'cookie' && value.includes('='));
  add('Cookie', cookies.length === 0 ? undefined : cookies.map(({ value }) => value).join('; '));
  return named.has('content-type') || contentType === undefined
    ? hostFirst([...own, ...custom])
    : hostFirst([...own, ...custom, ['Content-Type', contentType]]);
}

/** `Name: value`; `Name:` takes curl's own header out, `Name;` sends it empty. */
function addCustom(custom: [string, string][], removed: Set<string>, line: string): void {
  const colon = line.indexOf(':');
  if (colon < 0) {
    if (line.endsWith(';')) custom.push([line.slice(0, -1).trim(), '']);
    return;
  }
  const name = line.slice(0, colon).trim();
  const value = line.slice(colon + 1).trim();
  if (value === '') removed.add(name.toLowerCase());
  else custom.push([name, value]);
}

function hostFirst(headers: readonly [string, string][]): readonly (readonly [string, string])[] {
  const isHost = ([name]: readonly [string, string]): boolean => name.toLowerCase() === 'host';
  return [...headers.filter(isHost), ...headers.filter((header) => !isHost(header))];
}

function basic(credentials: string | undefined): string | undefined {
  if (credentials === undefined) return undefined;
  return `Basic ${encodeBase64(new TextEncoder().encode(credentials))}`;
}

function withQuery(target: string, more: readonly (string | undefined)[]): string {
  const added = more.filter((text) => text !== undefined && text !== '').join('&');
  if (added === '') return target;
  return `${target}${target.includes('?') ? '&' : '?'}${added}`;
}

function unresolved(name: string): Problem {
  return {
    code: 'shell-variable',
    message: `${name} is filled in by the shell; its value is not in the paste`,
    hint: 'Paste the command with the value in its place, or give the token with --token-env.',
  };
}

const REMARKS: Partial<Record<Effect, readonly [code: string, message: string]>> = {
  insecure: ['certificate-not-checked', 'accepts any certificate; the gateway does not see that'],
  location: ['follows-redirects', 'goes on to where a redirect points, without custom headers on another host'],
  resolve: ['connects-elsewhere', 'connects to another address than the URL says'],
  config: ['options-in-a-file', 'takes options from a file that is not in the paste'],
};

function remarksOn(arguments_: readonly Argument[]): readonly Problem[] {
  const problems: Problem[] = [];
  for (const { effect, value, option } of arguments_) {
    const [code, message] = REMARKS[effect] ?? [];
    if (code !== undefined) problems.push({ code, message: `${option} ${message}` });
    if (
      (effect === 'header' || effect === 'cookie') &&
      (value.startsWith('@') || (effect === 'cookie' && !value.includes('=')))
    ) {
      problems.push({ code: 'value-in-a-file', message: `${option} reads ${value}, which is not in the paste` });
    }
  }
  return problems;
}
