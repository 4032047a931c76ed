import { fromBytes } from '../../wire/bytes.ts';
import type { WireRequest } from '../../wire/request.ts';
import { configChange, pluginRef, removeEdit, setEdit } from '../edits.ts';
import type { Candidate, RequestChange } from '../model.ts';
import type { Sight } from '../sight.ts';
import { dropCookie, dropHeader, dropQuery, setHeader } from '../surgery/index.ts';
import { type FoundToken, foundTokens, readPlaces } from './found-tokens.ts';
import { candidate, configCandidate } from './make.ts';
import { shortened } from './shortened.ts';
import { standInToken } from './stand-in.ts';

const FIELD = { header: 'header_names', cookie: 'cookie_names', query: 'uri_param_names' } as const;

/** J09: an explicit null where a list is wanted. */
export function nullList(sight: Sight): Candidate[] {
  const edit = removeEdit(sight, sight.plugin, pluginRef(sight, sight.plugin), 'config.uri_param_names');
  return configCandidate({ id: 'remove-null', fix: 'F2' }, configChange(edit));
}

/** J10: the token is not where the plugin looks, or not in the form in which it looks. */
export function noToken(sight: Sight): Candidate[] {
  const found = foundTokens(sight.request);
  return [
    ...found.flatMap((one) => sendAsBearer(sight, one)),
    ...found.flatMap((one) => listPlace(sight, one)),
    ...(found.length === 0 ? sendSome(sight) : []),
    ...preflight(sight),
  ];
}

function headerName({ config }: Sight): string {
  return config.header_names?.[0] ?? 'authorization';
}

function sendAsBearer(sight: Sight, found: FoundToken): Candidate[] {
  const name = headerName(sight);
  const old = sight.request.headers.find(([other]) => other.toLowerCase() === name.toLowerCase())?.[1];
  const change: RequestChange = {
    kind: 'request',
    part: 'header',
    name: capitalized(name),
    old: old === undefined ? undefined : shortened(sight, old),
    new: `Bearer ${shortened(sight, found.token)}`,
  };
  const request = setHeader(drop(sight.request, found, name), name, `Bearer ${found.token}`);
  return candidate({ id: 'send-as-bearer', fix: 'F1', who: 'caller' }, change, { request });
}

/** The token moves: it does not stay where it was, unless that is the header itself. */
function drop(request: WireRequest, { part, name }: FoundToken, header: string): WireRequest {
  if (part === 'cookie') return dropCookie(request, name);
  if (part === 'query') return dropQuery(request, name);
  return name.toLowerCase() === header.toLowerCase() ? request : dropHeader(request, name);
}

function listPlace(sight: Sight, { part, name }: FoundToken): Candidate[] {
  const field = FIELD[part];
  const listed = sight.config[field] ?? [];
  const fresh = part === 'header' ? name.toLowerCase() : name;
  if (listed.some((other) => (part === 'query' ? other === fresh : other.toLowerCase() === fresh.toLowerCase())))
    return [];
  const names = [...listed, fresh].map(fromBytes);
  const edit = setEdit(sight, sight.plugin, pluginRef(sight, sight.plugin), `config.${field}`, names);
  const about = { id: 'list-the-place', fix: 'F2' } as const;
  return configCandidate(part === 'query' ? { ...about, weakens: 'token-in-url' } : about, configChange(edit));
}

function sendSome(sight: Sight): Candidate[] {
  if (sight.request.method === 'OPTIONS') return [];
  const name = headerName(sight);
  const request = setHeader(sight.request, name, `Bearer ${standInToken(sight)}`);
  const old = sight.request.headers.find(([other]) => other.toLowerCase() === name.toLowerCase())?.[1];
  const change: RequestChange = {
    kind: 'request',
    part: 'header',
    name: capitalized(name),
    old: old === undefined ? undefined : shortened(sight, old),
    new: 'Bearer <token>',
  };
  return candidate({ id: 'send-a-token', fix: 'F1', who: 'caller', placeholders: ['<token>'] }, change, {
    request,
    standIns: ['token'],
  });
}

function preflight(sight: Sight): Candidate[] {
  if (sight.request.method !== 'OPTIONS') return [];
  const edit = setEdit(sight, sight.plugin, pluginRef(sight, sight.plugin), 'config.run_on_preflight', false);
  return configCandidate({ id: 'skip-preflight', fix: 'F3', weakens: 'preflight-unchecked' }, configChange(edit));
}

/** J11: one place at a time is kept, the others are dropped by the caller or not read by the gateway. */
export function severalTokens(sight: Sight): Candidate[] {
  const { config } = sight;
  const found = readPlaces(sight.request, {
    header: config.header_names ?? [],
    cookie: config.cookie_names ?? [],
    query: config.uri_param_names ?? [],
  });
  return found.flatMap((kept) => {
    const others = found.filter((one) => one.token !== kept.token);
    const request = others.reduce((left, one) => dropOther(left, one), sight.request);
    const [first] = others;
    if (first === undefined) return [];
    const change: RequestChange = {
      kind: 'request',
      part: first.part,
      name: first.part === 'header' ? capitalized(first.name) : fromBytes(first.name),
      old: shortened(sight, first.token),
      new: undefined,
    };
    return [
      ...candidate({ id: 'send-one-token', fix: 'F2', who: 'caller' }, change, { request }),
      ...readOnePlace(sight, kept, others),
    ];
  });
}

function dropOther(request: WireRequest, { part, name }: FoundToken): WireRequest {
  if (part === 'cookie') return dropCookie(request, name);
  return part === 'query' ? dropQuery(request, name) : dropHeader(request, name);
}

function readOnePlace(sight: Sight, kept: FoundToken, others: readonly FoundToken[]): Candidate[] {
  const parts = [...new Set(others.map(({ part }) => part))].filter((part) => part !== kept.part);
  if (parts.length === 0) return [];
  const ref = pluginRef(sight, sight.plugin);
  const edits = parts.map((part) => setEdit(sight, sight.plugin, ref, `config.${FIELD[part]}`, []));
  return configCandidate({ id: 'read-one-place', fix: 'F2' }, configChange(...edits));
}

/** J12: an argument without a value. */
export function valuelessArgument(sight: Sight): Candidate[] {
  return (sight.config.uri_param_names ?? []).flatMap((name) => {
    const request = dropQuery(sight.request, name);
    if (request === sight.request || request.target === sight.request.target) return [];
    const change: RequestChange = { kind: 'request', part: 'query', name: fromBytes(name), old: '', new: undefined };
    const header = headerName(sight);
    const sent = setHeader(request, header, `Bearer ${standInToken(sight)}`);
    return [
      ...candidate({ id: 'drop-argument', fix: 'F2', who: 'caller' }, change, { request }),
      ...candidate(
        { id: 'give-argument-a-value', fix: 'F2', who: 'caller', placeholders: ['<token>'] },
        { ...change, new: '<token>' },
        { request: sent, standIns: ['token'] },
      ),
    ];
  });
}

/** Header names as they are usually written. */
export function capitalized(name: string): string {
  return fromBytes(name)
    .split('-')
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('-');
}
