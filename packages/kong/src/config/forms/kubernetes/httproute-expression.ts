import { byteLength } from '../../limits.ts';
import { own, type Table } from '../../schema/table.ts';
import { isHost, isHostPattern } from './annotations.ts';
import {
  allOf,
  anyOf,
  belowPath,
  headerField,
  onHosts,
  onMethods,
  onPath,
  onSnis,
  pathPattern,
  predicate,
} from './expression.ts';
import { rewrittenPrefix } from './filters.ts';
import { type Match, matchesOf, queryOf, type Rule, rulesOf } from './matches.ts';
import { annotation, createdAt, listOf, namesIn, type Resource, tableOf, textOf } from './resource.ts';

/** One match of one rule for one host: a Route of its own, since each has its priority. */
export interface Split {
  readonly resource: Resource;
  readonly host: string;
  readonly rule: Rule;
  readonly match: Match;
}

/** What every Split of all HTTPRoutes is worth (KIC `subtranslator/httproute_atc.go@v3.5.9`). */
export function splitsOf(resources: readonly Resource[]): ReadonlyMap<Split, number> {
  const byWorth = new Map<number, Split[]>();
  for (const split of resources.flatMap(splitOf)) {
    const worth = worthOf(split);
    const equals = byWorth.get(worth);
    if (equals === undefined) byWorth.set(worth, [split]);
    else equals.push(split);
  }
  const out = new Map<Split, number>();
  for (const [worth, splits] of byWorth)
    for (const [at, split] of splits.sort(compared).entries()) out.set(split, worth + Math.max(2 ** 12 - 1 - at, 0));
  return out;
}

export const hostnamesOf = ({ value }: Resource): readonly string[] =>
  listOf(own(tableOf(own(value, 'spec')), 'hostnames')).flatMap((host) => textOf(host) ?? []);

function splitOf(resource: Resource): readonly Split[] {
  const hosts = hostnamesOf(resource);
  const rules = rulesOf(resource).flatMap((rule) => matchesOf(rule).map((match) => ({ rule, match })));
  return (hosts.length > 0 ? hosts : ['']).flatMap((host) => rules.map((one) => ({ ...one, resource, host })));
}

/** Routes of an HTTPRoute go behind those of an Ingress. */
const OF_HTTPROUTE = 2 * 2 ** 44;

function worthOf({ host, match: { path, method, headers, value } }: Split): number {
  return (
    OF_HTTPROUTE +
    (host !== '' && !host.startsWith('*') ? 2 ** 43 : 0) +
    byteLength(host) * 2 ** 35 +
    (path.type === 'Exact' ? 2 ** 34 : 0) +
    (path.type === 'RegularExpression' ? 2 ** 33 : 0) +
    Math.max(byteLength(path.value) - 1, 0) * 2 ** 23 +
    (method === undefined ? 0 : 2 ** 22) +
    headers.length * 2 ** 17 +
    queryOf(value).length * 2 ** 12
  );
}

/** Of equals the oldest resource comes first, then by namespace, name and place. */
function compared(a: Split, b: Split): number {
  const keys = (one: Split): readonly (string | number)[] => [
    createdAt(one.resource),
    one.resource.namespace,
    one.resource.name,
    one.match.rule,
    one.match.at,
  ];
  const [first, second] = [keys(a), keys(b)];
  const at = first.findIndex((key, index) => key !== second[index]);
  return at < 0 ? 0 : (first[at] ?? '') < (second[at] ?? '') ? -1 : 1;
}

/** `httproute.<namespace>.<name>.<host>.<rule>.<match>` */
export const splitName = ({ resource: { namespace, name }, host, match }: Split): string =>
  `httproute.${namespace}.${name}.${host.replaceAll('*', '_') || '_'}.${match.rule}.${match.at}`;

export function splitExpression({ resource, host, rule, match }: Split): string {
  const { path, method, headers, value } = match;
  const expression = allOf([
    onHosts([host].filter(isHostPattern)),
    onSnis(namesIn(annotation(resource, 'snis')).filter(isHost)),
    allOf([
      onMatchPath(path, rewrittenPrefix(rule) !== undefined),
      allOf(byName(headers).map((header) => onValue(headerField(textOf(own(header, 'name')) ?? ''), header))),
      allOf(byName(queryOf(value)).map((one) => onValue(`http.queries.${textOf(own(one, 'name')) ?? ''}`, one))),
      onMethods(method === undefined ? [] : [method]),
    ]),
  ]);
  return expression || '(net.protocol == "http") || (net.protocol == "https")';
}

function onMatchPath({ type, value }: Match['path'], isRewritten: boolean): string {
  if (type === 'Exact') return onPath('==', value);
  if (type === 'RegularExpression') return pathPattern(value);
  const path = value.replace(/\/$/, '') || '/';
  if (!isRewritten) return belowPath(path);
  return anyOf([onPath('==', path), onPath('~', path === '/' ? '^/(.*)' : `^${path}(/.*)`)]);
}

const byName = (all: readonly Table[]): readonly Table[] =>
  [...all].sort((a, b) => (String(own(a, 'name')) < String(own(b, 'name')) ? -1 : 1));

const onValue = (field: string, one: Table): string =>
  predicate(field, own(one, 'type') === 'RegularExpression' ? '~' : '==', textOf(own(one, 'value')) ?? '');
