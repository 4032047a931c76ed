import type { Place } from '@why401/core';
import { bad, code, dim, type Line, line, type Section, type Span, strong, value, warn } from '@why401/core/report';
import type { Verdict } from '../decide/index.ts';
import { causeRow, type Link } from '../tables/causes/index.ts';
import type { Found } from './model.ts';
import { isOpen } from './open.ts';
import { upstreamOf } from './upstream.ts';
import { HOPS, LINKS, sentence } from './words.ts';

const CERTAINTY: Readonly<Record<Verdict['certainty'], Span>> = {
  certain: strong('certain'),
  likely: warn('likely'),
  possible: warn('possible'),
};

/** What came, who wrote it, how sure that is; then where it broke, and why. */
export function headline(found: Found, verdict: Verdict): Section {
  const lines = [...(isOpen(verdict) ? openLines(found, verdict) : closedLines(found, verdict)), ...askedLine(found)];
  return { id: 'reply', title: '', blocks: lines.map((one) => ({ kind: 'text', lines: [one] })) };
}

const CHOSEN = {
  'newest-failure': 'the newest that failed in these logs',
  'only-one': 'the only one in these logs, so taken for this answer’s',
  'request-id': 'named by its id',
} as const;

/** Which request it is about, where no answer that was given says so. */
function askedLine({ joined: { asked } }: Found): readonly Line[] {
  if (asked === null || asked.how === 'answer') return [];
  const request = [asked.method, asked.target].filter((part) => part !== null).join(' ');
  const id = asked.requestId === null ? '' : `, id ${asked.requestId}`;
  return [
    line`Request ${value(request === '' ? 'without a readable first line' : request)}${id}: ${CHOSEN[asked.how]}.`,
  ];
}

function closedLines(found: Found, verdict: Verdict): readonly Line[] {
  const { link, cause, certainty, places } = verdict;
  const { title } = causeRow(cause);
  const told = places.slice(0, 3).map(placeText).join(', ');
  const rests = told === '' ? [] : [dim(` · from ${told}`)];
  return [
    [...answeredBy(found, verdict), ...line`: ${code(cause)}, ${CERTAINTY[certainty]}`, ...rests],
    link === null ? line`${sentence(title)}` : line`Broke ${LINKS[link]}${peerText(found, link)}: ${title}.`,
  ];
}

/** A whole class is possible: that is the answer, not its first member. */
function openLines(found: Found, verdict: Verdict): readonly Line[] {
  const { link, candidates } = verdict;
  const where = link === null ? 'behind it' : LINKS[link];
  return [
    [...answeredBy(found, verdict), ...line`: something ${where}${link === null ? '' : peerText(found, link)} failed`],
    line`Which of ${warn(`${candidates.length} causes`)} it was, nothing here tells: ${openHint(verdict)}`,
  ];
}

/** Which address it was, where Kong's side of the link is known. */
function peerText({ joined }: Found, link: Link): string {
  const peer = link.startsWith('kong-') ? upstreamOf(joined.record) : null;
  return peer === null ? '' : ` (${peer.host}:${peer.port})`;
}

const openHint = ({ raise }: Verdict): string =>
  raise.includes('error-log')
    ? 'only Kong’s error.log does, in one line with this request’s id.'
    : 'its error.log was given, and has no line of it.';

function answeredBy(found: Found, { hop, candidates, certainty }: Verdict): Line {
  const { client, entry, accessLines } = found.joined.record;
  const who = bad(HOPS[hop]);
  const sure = certainty === 'possible' && candidates.some((other) => other.hop !== hop) ? ', it seems' : '';
  if (client !== null && client.status === null)
    return line`No answer (${client.error ?? 'nothing came'}): ${who}${sure}`;
  if (client?.status != null) {
    const cut = client.error === null ? '' : ` (${client.error})`;
    return line`${strong(statusText(client.status, client.reason))}${cut}, written by ${who}${sure}`;
  }
  const logged = entry?.status ?? accessLines?.at(-1)?.status ?? null;
  if (logged === null || logged === 499 || logged < 100) return line`${who}${sure}`;
  return line`${strong(String(logged))} in Kong’s log, written by ${who}${sure}`;
}

const statusText = (status: number, reason: string): string => (reason === '' ? `${status}` : `${status} ${reason}`);

/** `error.log:12`, or the octet where lines were not counted. */
export function placeText({ file, line: number, from }: Place): string {
  const where = number === undefined ? (from === undefined ? '' : `octet ${from}`) : `${number}`;
  return [file ?? '', where].filter((part) => part !== '').join(':');
}
