import type { Route } from '../../config/index.ts';
import { type Candidate as Compared, explainRoute, type Miss } from '../../router/index.ts';
import { readRelease } from '../../versions/index.ts';
import { fromBytes, readRequest, type WireRequest } from '../../wire/index.ts';
import { configChange, routeRef, setEdit } from '../edits.ts';
import type { Candidate, RequestChange } from '../model.ts';
import type { Situation } from '../situation.ts';
import { setHeader } from '../surgery/index.ts';
import { candidate, configCandidate } from './make.ts';
import { shortened } from './shortened.ts';

/** Routes that miss the request by one attribute only, tried in the order of their nearness. */
const MOST = 3;

/** P3: what would bring the request to a Route that misses it by one thing; the caller's change before the gateway's. */
export function nearestRoutes(situation: Situation): Candidate[] {
  const near = nearMisses(situation);
  return [...near.flatMap((one) => sendWanted(situation, one)), ...near.flatMap((one) => takeFound(situation, one))];
}

interface NearMiss {
  readonly route: Route;
  readonly miss: Miss;
}

function nearMisses({ gateway, judgement, request, ports }: Situation): NearMiss[] {
  const release = readRelease(judgement.version);
  const seen = readRequest(request);
  if (!release.ok || !seen.ok) return [];
  const { candidates } = explainRoute(gateway, seen.request, judgement.flavor, release.value, ports.crypto);
  return candidates
    .flatMap(({ route, outcome, misses: [miss, ...more] }: Compared) =>
      outcome === 'not-matched' && miss !== undefined && more.length === 0 ? [{ route, miss }] : [],
    )
    .slice(0, MOST);
}

/** The request as the Route wants it, where that can be read off one plain value. */
function sendWanted(situation: Situation, { miss }: NearMiss): Candidate[] {
  const { request } = situation;
  const { attribute, wanted } = miss;
  return wanted.flatMap((value) => {
    const made = sending(request, attribute, value, miss.found[0] && shortened(situation, miss.found[0]));
    if (made === undefined) return [];
    const [part, name, old, sent] = made;
    const change: RequestChange = {
      kind: 'request',
      part,
      name,
      old,
      new: fromBytes(value),
    };
    return candidate({ id: 'send-what-the-route-wants', fix: 'F1', who: 'caller' }, change, { request: sent });
  });
}

type Sending = readonly [part: RequestChange['part'], name: string, old: string | undefined, sent: WireRequest];

function sending(request: WireRequest, attribute: string, value: string, found?: string): Sending | undefined {
  if (attribute === 'methods') return ['method', 'method', fromBytes(request.method), { ...request, method: value }];
  if (attribute === 'hosts')
    return value.includes('*') ? undefined : ['header', 'Host', fromBytes(request.host), { ...request, host: value }];
  if (attribute === 'paths') {
    const [path = '', ...query] = request.target.split('?');
    if (!isSpelling(value, path)) return undefined;
    return ['path', 'path', fromBytes(path), { ...request, target: [value, ...query].join('?') }];
  }
  const header = attribute.startsWith('headers.') ? attribute.slice('headers.'.length) : undefined;
  if (header === undefined || value.startsWith('~*')) return undefined;
  return ['header', header, found, setHeader(request, header, value)];
}

/** Another path is another thing; only another spelling of one is offered. */
const isSpelling = (wanted: string, path: string): boolean => spelling(wanted) === spelling(path);

const spelling = (path: string): string => path.toLowerCase().replace(/\/+$/, '');

const LISTS: ReadonlySet<string> = new Set(['hosts', 'methods', 'paths']);

/** The Route as the request wants it. */
function takeFound(situation: Situation, { route, miss }: NearMiss): Candidate[] {
  const { attribute, wanted, found } = miss;
  const [value] = found;
  if (!LISTS.has(attribute) || value === undefined || route.expression !== null) return [];
  if (attribute === 'paths' && !wanted.some((one) => isSpelling(one, value))) return [];
  const plain = attribute === 'hosts' ? situation.request.host : value;
  const edit = setEdit(situation, route, routeRef(route), attribute, [...wanted, plain].map(fromBytes));
  return configCandidate({ id: 'let-the-route-take-it', fix: 'F1' }, configChange(edit));
}
