import { AUTHORS, type AuthorRow } from './authors-table.ts';
import { type ReadBody, readBody } from './body.ts';
import type { ActualReply, Author } from './model.ts';

/**
 * Who wrote a reply, by the marks that Kong leaves (`kong/runloop/handler.lua`, header_filter). With
 * `headers = off` in kong.conf (`unmarked`) there are none, and the hop is unknown.
 */
export function authorOf(reply: ActualReply, unmarked = false): Author {
  const names = new Map(reply.headers.map(([name, value]) => [name.toLowerCase(), value]));
  const behind = [
    ...(/kong\//i.test(names.get('via') ?? '') ? ['via'] : []),
    ...seen(names, 'x-kong-upstream-latency'),
  ];
  const own = seen(names, 'x-kong-response-latency');
  const version = /kong\/(\d+\.\d+(?:\.\d+)*)/i.exec(names.get('via') ?? names.get('server') ?? '')?.[1] ?? null;
  if (behind.length > 0) return { hop: 'upstream', plugin: null, steps: [], signs: behind, version };
  const row = rowOf(reply, readBody(reply.body ?? ''), names.get('www-authenticate'));
  const server = /^kong\//i.test(names.get('server') ?? '') ? ['server'] : [];
  const signs = [...own, ...server];
  const hop = signs.length > 0 ? 'gateway' : 'unknown';
  // Without a mark of Kong's only a text that nobody else writes says something.
  const known = signs.length > 0 || row?.plugin === 'jwt' || (unmarked && row?.plugin !== ANY_TEXT) ? row : undefined;
  return { hop, plugin: known?.plugin ?? null, steps: known?.steps ?? [], signs, version };
}

/** Its row takes any text. */
const ANY_TEXT = 'request-termination';

function seen(names: ReadonlyMap<string, string>, name: string): string[] {
  return names.has(name) ? [name] : [];
}

function rowOf(reply: ActualReply, body: ReadBody, challenge: string | undefined): AuthorRow | undefined {
  return AUTHORS.find(
    (row) =>
      (row.shape === undefined || row.shape === body.shape) &&
      (row.status === undefined || row.status.includes(reply.status)) &&
      (row.message === undefined || (body.message !== null && row.message.test(body.message))) &&
      (row.members === undefined || isSubset(body.members, row.members)) &&
      (row.challenge === undefined ||
        (row.challenge === false ? challenge === undefined : row.challenge.test(challenge ?? ''))),
  );
}

function isSubset(members: readonly string[], of: readonly string[]): boolean {
  return members.length > 0 && members.every((member) => of.includes(member));
}
