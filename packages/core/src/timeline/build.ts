import type { Problem } from '../facts/index.ts';
import { member } from '../parse/index.ts';
import { endsOf } from './ends.ts';
import type {
  AcceptWindow,
  GatewayLife,
  LifeEnd,
  Standing,
  Timeline,
  TimelineEntry,
  TimelineEvent,
  TimelineOptions,
  TokenLife,
} from './model.ts';
import { type NamedToken, notEndsOf } from './not-ends.ts';
import { remarksOn } from './remarks.ts';
import { subjectsOf } from './subjects.ts';
import { instantOf } from './time-claims.ts';
import { factsOf, type TokenFacts } from './token.ts';
import { standingsAt } from './verdict.ts';
import { standardJudge, standardWindow } from './window.ts';
import { isInstant } from './zone.ts';

/** The lives of some tokens, as data. Throws nothing, whatever the tokens hold. */
export function buildTimeline(entries: readonly TimelineEntry[], options: TimelineOptions): Timeline {
  const { now, zone, at = now } = options;
  const tokens: NamedToken[] = entries.map(({ name, token }) => ({ name, token: factsOf(token) }));
  const lives = entries.map((entry, index) => {
    const life = lifeOf(entry, tokens[index] as NamedToken, tokens, { now, at, zone });
    const twin = entries.slice(0, index).find(({ token }) => token.text === entry.token.text);
    return twin === undefined ? life : { ...life, remarks: [givenTwice(twin.name), ...life.remarks] };
  });
  return { now, at, zone, lives, subjects: subjectsOf(tokens) };
}

function lifeOf(
  entry: TimelineEntry,
  self: NamedToken,
  all: readonly NamedToken[],
  { now, at }: Required<TimelineOptions>,
): TokenLife {
  const { token } = self;
  const { times, claims } = token;
  const standard = unreadable(token) ?? standardWindow(times);
  const gateways = entry.gateways ?? [];
  const known = endsOf(entry, token, now);
  const ends = [...known, ...gateways.flatMap((gateway) => gateway.ends)].sort(byTime);
  const judges = [standardJudge(standard, known), ...gateways];
  return {
    name: entry.name,
    kind: token.kind,
    issuer: token.issuer,
    subject: token.subject,
    keyId: token.keyId,
    times,
    standard,
    remarks: claims === undefined ? [] : remarksOn(times, (name) => member(claims, name), now),
    judges,
    events: eventsOf(token, known, gateways, { now, at }),
    ends,
    notEnds: [...notEndsOf(self, all), ...gateways.flatMap((gateway) => gateway.notEnds)],
    standings: standingsOf(judges, standard, now, at),
  };
}

function standingsOf(judges: TokenLife['judges'], standard: AcceptWindow, now: number, at: number): Standing[] {
  const asked = standingsAt(judges, standard, 'at', at);
  return now === at ? asked : [...asked, ...standingsAt(judges, standard, 'now', now)];
}

function unreadable({ kind, claims }: TokenFacts): AcceptWindow | undefined {
  if (claims !== undefined) return undefined;
  const because: Readonly<Record<TokenFacts['kind'], Problem>> = {
    jws: { code: 'claims-unreadable', message: 'Its payload is no JSON object: there are no claims to read.' },
    'jws-json': { code: 'claims-unreadable', message: 'Its payload is no JSON object: there are no claims to read.' },
    jwe: { code: 'claims-encrypted', message: 'Its claims are encrypted: only who has the key can read them.' },
    opaque: { code: 'token-opaque', message: 'It is no JWT: only its issuer knows how long it lives.' },
  };
  return { kind: 'unknown', problem: because[kind] };
}

function eventsOf(
  { times }: TokenFacts,
  known: readonly LifeEnd[],
  gateways: readonly GatewayLife[],
  { now, at }: Pick<Required<TimelineOptions>, 'now' | 'at'>,
): TimelineEvent[] {
  const events: TimelineEvent[] = [];
  for (const kind of ['auth_time', 'iat', 'nbf', 'exp'] as const) {
    const instant = instantOf(times[kind]);
    if (instant !== null) events.push({ kind, at: instant });
  }
  events.push(...known.filter(({ kind }) => kind !== 'exp').flatMap((end) => eventOf(end)));
  for (const { name, ends } of gateways) events.push(...ends.flatMap((end) => eventOf(end, name)));
  events.push({ kind: 'now', at: now });
  if (at !== now) events.push({ kind: 'at', at });
  return events.filter((event) => isInstant(event.at)).sort((a, b) => a.at - b.at);
}

function eventOf({ at, effect, kind }: LifeEnd, judge?: string): TimelineEvent[] {
  if (at === null) return [];
  const event: TimelineEvent = { kind: effect === 'ends' ? 'end' : 'begin', at, of: kind };
  return [judge === undefined ? event : { ...event, judge }];
}

const givenTwice = (name: string): Problem => ({
  code: 'token-given-twice',
  message: `It is the same token as ${name}.`,
});

/** Ends without an instant come last. */
const byTime = (a: LifeEnd, b: LifeEnd): number =>
  (a.at ?? Number.POSITIVE_INFINITY) - (b.at ?? Number.POSITIVE_INFINITY) || 0;
