import type { Judgement } from '../../judgement/index.ts';
import { fromBytes } from '../../wire/bytes.ts';
import { authorOf } from './author.ts';
import { meaningsOf } from './meanings.ts';
import type { ActualReply, Author, ReplyComparison, ReplyDifference } from './model.ts';

/**
 * Kong's real answer beside the predicted one. Request ids are not compared, nor is a line break at the end,
 * which pasting adds; the order of a body's members where Kong's is random.
 */
export function compareReply(judgement: Judgement, actual: ActualReply): ReplyComparison {
  const author = authorOf(actual, judgement.unmarked);
  if (judgement.outcome === 'undetermined') return { outcome: 'unknown', differences: [], author, meanings: [] };
  const differences =
    judgement.reply === null ? ofProxied(author, actual, judgement.unmarked) : ofAnswered(judgement, actual);
  if (differences.length === 0) return { outcome: 'same', differences, author, meanings: [] };
  return { outcome: 'different', differences, author, meanings: meaningsOf(judgement, differences, author) };
}

/** What the upstream says is not predicted: only that it is the one who says it. */
function ofProxied({ hop, plugin }: Author, actual: ActualReply, unmarked = false): ReplyDifference[] {
  if (hop === 'upstream' || (hop === 'unknown' && (actual.status < 400 || (unmarked && plugin === null)))) return [];
  return [{ what: 'status', predicted: 'the upstream answers', actual: String(actual.status) }];
}

function ofAnswered({ reply, random }: Judgement, actual: ActualReply): ReplyDifference[] {
  if (reply === null) return [];
  const differences: ReplyDifference[] = [];
  const note = (what: ReplyDifference['what'], predicted: string, found: string) => {
    if (predicted !== found) differences.push({ what, predicted, actual: found });
  };
  note('status', String(reply.status), String(actual.status));
  const [predicted, found] = [normal(fromBytes(reply.body), random), normal(actual.body ?? '', random)];
  if (actual.body !== undefined) note('body', predicted, found);
  const challenge = (headers: ActualReply['headers']) =>
    headers.find(([name]) => name.toLowerCase() === 'www-authenticate')?.[1] ?? '';
  note('www-authenticate', challenge(reply.headers), challenge(actual.headers));
  return differences;
}

function normal(body: string, random: boolean): string {
  const text = body.replace(/("request_id":"|request_id: |<requestid>)[^"<\s]*/, '$1<request_id>').trimEnd();
  const same = text.replaceAll('<request_id><request_id>', '<request_id>');
  if (!random || !same.startsWith('{')) return same;
  return `{${same.slice(1, -1).split(',').sort().join(',')}}`;
}
