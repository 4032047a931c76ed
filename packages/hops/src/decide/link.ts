import type { Evidence } from '../evidence/index.ts';
import { type Cause, causeRow, type Hop, type Link } from '../tables/causes/index.ts';

/** The link that a cause breaks in this chain; null where no exchange of bytes failed. */
export function linkOf(cause: Cause, hop: Hop, { hasLb1, hasLb2, lb2 }: Evidence): Link | null {
  const behind: Link = hasLb2 ? 'kong-lb2' : 'kong-server';
  switch (causeRow(cause).link) {
    case 'none':
      return cause === 'plain-http-to-tls-upstream' ? behind : null;
    case 'front':
      return hasLb1 ? 'client-lb1' : 'client-kong';
    case 'before-kong':
      return hasLb1 || hop === 'lb1' ? 'lb1-kong' : 'client-kong';
    case 'behind-kong':
      return relayed(cause, lb2) ? 'lb2-server' : behind;
    case 'to-server':
      return hasLb2 ? 'lb2-server' : 'kong-server';
    case 'behind-lb2':
      return 'lb2-server';
  }
}

/** LB2 read the bytes itself and says that the server sent them. */
const relayed = (cause: Cause, lb2: Evidence['lb2']): boolean =>
  cause === 'upstream-not-http' && lb2?.layer === 7 && lb2.own === 'not-http';
