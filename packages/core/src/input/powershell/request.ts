import type { Problem } from '../../facts/index.ts';
import { splitUrl } from '../http/raw-url.ts';
import type { PastedRequest } from '../model.ts';
import { findCommand, withoutPrompts } from '../shell/find-command.ts';
import { PsCursor, PsScope, type PsTable, type PsValue, scanPowerShell, statements } from '../shell/index.ts';

const COMMAND = /^(?:Invoke-WebRequest|Invoke-RestMethod|iwr|irm|wget|curl)$/i;

const NAME = /\b(?:Invoke-WebRequest|Invoke-RestMethod|iwr|irm)(?=[\s`]|$)/gi;

/** The requests that a PowerShell script would send; undefined where it has none. */
export function readPowerShell(text: string): readonly PastedRequest[] | undefined {
  if (findCommand(text, NAME) === undefined) return undefined;
  const scope = new PsScope();
  const cookies: string[] = [];
  const requests: PastedRequest[] = [];
  for (const statement of statements(scanPowerShell(withoutPrompts(text)))) {
    const cursor = new PsCursor(statement, scope);
    const variable = cursor.variable();
    if (variable !== undefined) {
      cursor.skip();
      if (assigned(cursor, variable, cookies)) continue;
    }
    skipToCommand(cursor);
    if (cursor.next !== undefined) {
      const request = readCommand(cursor, cookies);
      if (request !== undefined) requests.push(request);
    }
  }
  return requests.length === 0 ? undefined : requests;
}

/** `$x = …`, `$x['n'] = …`, `$x.Add(…)`; true where nothing is left to run. */
function assigned(cursor: PsCursor, variable: string, cookies: string[]): boolean {
  const { scope } = cursor;
  if (cursor.take('[')) {
    const name = cursor.value();
    if (cursor.take(']') && cursor.take('=')) addTo(scope, variable, name, cursor.value());
    return true;
  }
  const member = cursor.bareWord();
  if (member !== undefined && member.startsWith('.')) {
    cursor.skip();
    if (/\.Add$/i.test(member)) {
      if (/cookies/i.test(member)) cookies.push(...cookie(cursor));
      else {
        cursor.take('(');
        const name = cursor.value();
        cursor.take(',');
        addTo(scope, variable, name, cursor.value());
      }
    } else if (cursor.take('=')) {
      const value = cursor.value();
      if (/^\.UserAgent$/i.test(member)) addTo(scope, variable, 'User-Agent', value);
    }
    return true;
  }
  if (!cursor.take('=')) return false;
  const word = cursor.bareWord();
  if (word !== undefined && COMMAND.test(word)) return false;
  if (word !== undefined && /^New-Object$/i.test(word)) scope.variables.set(variable, []);
  else scope.variables.set(variable, cursor.value());
  return true;
}

function addTo(scope: PsScope, variable: string, name: PsValue, value: PsValue): void {
  const known = scope.variables.get(variable);
  const table: PsTable = Array.isArray(known) ? known : [];
  if (typeof name === 'string' && typeof value === 'string') table.push([name, value]);
  scope.variables.set(variable, table);
}

/** `(New-Object System.Net.Cookie("name", "value", "/", "host"))` */
function cookie(cursor: PsCursor): readonly string[] {
  const values: string[] = [];
  while (cursor.next !== undefined && values.length < 2) {
    if (cursor.next.kind === 'text' && cursor.next.quoted) values.push(String(cursor.value()));
    else cursor.skip();
  }
  return values.length === 2 ? [values.join('=')] : [];
}

function skipToCommand(cursor: PsCursor): void {
  while (cursor.next !== undefined && !COMMAND.test(cursor.bareWord() ?? '')) cursor.skip();
  cursor.skip();
}

function readCommand(cursor: PsCursor, cookies: readonly string[]): PastedRequest | undefined {
  const parameters = readParameters(cursor);
  const text = (name: string): string | undefined => {
    const value = parameters.get(name);
    return typeof value === 'string' ? value : undefined;
  };
  const url = text('uri');
  if (url === undefined) return undefined;
  const at = splitUrl(url);
  const body = bodyOf(parameters.get('body'));
  const method = text('method') ?? text('custommethod') ?? 'GET';
  const token = text('token');
  const table = parameters.get('headers');
  const headers: [string, string][] = [
    ...(token === undefined ? [] : [['Authorization', `Bearer ${token}`] as [string, string]]),
    ...(Array.isArray(table) ? withoutPseudo(table) : []),
    ...agentOf(parameters.get('websession'), text('useragent')),
    ...(cookies.length === 0 ? [] : [['Cookie', cookies.join('; ')] as [string, string]]),
  ];
  const contentType = text('contenttype') ?? (body === undefined ? undefined : 'application/x-www-form-urlencoded');
  if (contentType !== undefined) headers.push(['Content-Type', contentType]);
  const { scheme = 'http', host, port, target } = at;
  if (host !== undefined) headers.unshift(['Host', port === undefined ? host : `${host}:${port}`]);
  const problems = [...new Set(cursor.scope.unresolved)].map(unresolved);
  return { from: 'powershell', method: method.toUpperCase(), scheme, host, port, target, headers, body, problems };
}

const PSEUDO = ['authority', 'method', 'path', 'scheme'];

/** Older browsers copy HTTP/2's pseudo-headers without their colon. */
function withoutPseudo(table: PsTable): PsTable {
  const names = table.map(([name]) => name);
  return PSEUDO.every((name) => names.includes(name)) ? table.filter(([name]) => !PSEUDO.includes(name)) : table;
}

/** `-Name value` and the first value without a name, which is the URI. A name may be cut short. */
function readParameters(cursor: PsCursor): ReadonlyMap<string, PsValue> {
  const parameters = new Map<string, PsValue>();
  while (cursor.next !== undefined) {
    const word = cursor.bareWord();
    if (word?.startsWith('-')) {
      cursor.skip();
      const isSwitch = cursor.next === undefined || cursor.bareWord()?.startsWith('-') === true;
      if (!isSwitch) parameters.set(fullName(word.slice(1).replace(/:$/, '')), cursor.argument());
    } else if (cursor.next.kind === 'text') {
      const value = cursor.argument();
      if (!parameters.has('uri')) parameters.set('uri', value);
    } else if (cursor.isSymbol('|') || cursor.isSymbol(')')) return parameters;
    else cursor.skip();
  }
  return parameters;
}

const NAMES = ['uri', 'method', 'custommethod', 'headers', 'body', 'contenttype', 'token', 'useragent', 'websession'];

function fullName(name: string): string {
  const lower = name.toLowerCase();
  return NAMES.find((full) => full === lower) ?? NAMES.find((full) => lower !== '' && full.startsWith(lower)) ?? lower;
}

function agentOf(session: PsValue, agent: string | undefined): PsTable {
  if (agent !== undefined) return [['User-Agent', agent]];
  return Array.isArray(session) ? session.filter(([name]) => name === 'User-Agent') : [];
}

/** A table is sent as a form. */
function bodyOf(value: PsValue): string | undefined {
  if (!Array.isArray(value)) return value;
  return value.map(([name, text]) => `${name}=${text}`).join('&');
}

function unresolved(name: string): Problem {
  return {
    code: 'shell-variable',
    message: `${name} is filled in by PowerShell; its value is not in the paste`,
    hint: 'Paste the command with the value in its place, or give the token with --token-env.',
  };
}
