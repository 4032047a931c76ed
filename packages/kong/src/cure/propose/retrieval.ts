import { fromBytes } from '../../wire/bytes.ts';
import { configChange, pluginRef, removeEdit, setEdit } from '../edits.ts';
import type { Candidate, RequestChange } from '../model.ts';
import type { Sight } from '../sight.ts';
import { clearPlace, dropQuery, putToken, type TokenPlace } from '../surgery/index.ts';
import { type FoundToken, foundTokens } from './found-tokens.ts';
import { candidate, configCandidate } from './make.ts';
import { shortened } from './shortened.ts';
import { standInToken } from './stand-in.ts';

export const FIELD = { header: 'header_names', cookie: 'cookie_names', query: 'uri_param_names' } as const;

/** J09: an explicit null where a list is wanted. */
export function nullList(sight: Sight): Candidate[] {
  const field = Object.values(FIELD).find((name) => sight.config[name] === null);
  if (field === undefined) return [];
  const edit = removeEdit(sight, sight.plugin, pluginRef(sight.plugin), `config.${field}`);
  return configCandidate({ id: 'remove-null', fix: 'F2' }, configChange(edit));
}

/** J10: the token is not where the plugin looks, or not in the form in which it looks. */
export function noToken(sight: Sight): Candidate[] {
  const found = foundTokens(sight.request);
  return [
    ...found.flatMap((one) => sendWhereRead(sight, one)),
    ...found.flatMap((one) => listPlace(sight, one)),
    ...(found.length === 0 ? sendSome(sight) : []),
    ...preflight(sight),
  ];
}

/** The first place that the plugin reads: a header before a cookie before the query. */
export function firstPlace({ config }: Pick<Sight, 'config'>): TokenPlace | undefined {
  for (const part of ['header', 'cookie', 'query'] as const) {
    const name = config[FIELD[part]]?.[0];
    if (name !== undefined) return { part, name };
  }
  return undefined;
}

function sendWhereRead(sight: Sight, found: FoundToken): Candidate[] {
  const place = firstPlace(sight);
  if (place === undefined) return [];
  // The token moves: it does not stay where it was.
  const request = putToken(clearPlace(sight.request, found), place, found.token);
  const change = sentIn(sight, place, shortened(sight, found.token));
  return candidate({ id: 'send-as-bearer', fix: 'F1', who: 'caller' }, change, { request });
}

/** What is sent in a place instead of what stands there now. */
function sentIn(sight: Sight, { part, name }: TokenPlace, token: string): RequestChange {
  if (part !== 'header') return { kind: 'request', part, name: fromBytes(name), old: undefined, new: token };
  const old = sight.request.headers.find(([other]) => other.toLowerCase() === name.toLowerCase())?.[1];
  return {
    kind: 'request',
    part,
    name: capitalized(name),
    old: old === undefined ? undefined : shortened(sight, old),
    new: `Bearer ${token}`,
  };
}

function listPlace(sight: Sight, { part, name }: TokenPlace): Candidate[] {
  const field = FIELD[part];
  const listed = sight.config[field] ?? [];
  const fresh = part === 'header' ? name.toLowerCase() : name;
  const isListed = (other: string) =>
    part === 'query' ? other === fresh : other.toLowerCase() === fresh.toLowerCase();
  if (listed.some(isListed)) return [];
  const names = [...listed, fresh].map(fromBytes);
  const edit = setEdit(sight, sight.plugin, pluginRef(sight.plugin), `config.${field}`, names);
  const about = { id: 'list-the-place', fix: 'F2' } as const;
  return configCandidate(part === 'query' ? { ...about, weakens: 'token-in-url' } : about, configChange(edit));
}

function sendSome(sight: Sight): Candidate[] {
  if (sight.request.method === 'OPTIONS') return [];
  const place = firstPlace(sight);
  if (place === undefined) return listPlace(sight, { part: 'header', name: 'authorization' });
  const request = putToken(sight.request, place, standInToken(sight));
  const about = { id: 'send-a-token', fix: 'F1', who: 'caller', placeholders: ['<token>'] } as const;
  return candidate(about, sentIn(sight, place, '<token>'), { request, standIns: ['token'] });
}

function preflight(sight: Sight): Candidate[] {
  if (sight.request.method !== 'OPTIONS') return [];
  const edit = setEdit(sight, sight.plugin, pluginRef(sight.plugin), 'config.run_on_preflight', false);
  return configCandidate({ id: 'skip-preflight', fix: 'F3', weakens: 'preflight-unchecked' }, configChange(edit));
}

/** J12, and J20 until 3.1: an argument without a value. */
export function valuelessArgument(sight: Sight): Candidate[] {
  return (sight.config.uri_param_names ?? []).flatMap((name) => {
    const request = dropQuery(sight.request, name);
    if (request.target === sight.request.target) return [];
    const change: RequestChange = { kind: 'request', part: 'query', name: fromBytes(name), old: '', new: undefined };
    const filled = putToken(sight.request, { part: 'query', name }, standInToken(sight));
    return [
      ...candidate({ id: 'drop-argument', fix: 'F2', who: 'caller' }, change, { request }),
      ...candidate(
        { id: 'give-argument-a-value', fix: 'F2', who: 'caller', placeholders: ['<token>'] },
        { ...change, new: '<token>' },
        { request: filled, standIns: ['token'] },
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
