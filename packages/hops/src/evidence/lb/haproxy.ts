import type { LbLine } from '../../record/index.ts';
import type { LbReading } from '../model.ts';

type Ending = Pick<LbReading, 'own' | 'passedOn'>;

const OWN = (own: LbReading['own']): Ending => ({ own, passedOn: false });
const PASSED: Ending = { own: null, passedOn: true };

/** The two letters of a broken-off session: who or what, then when (HAProxy 2.6 configuration manual §8.5). */
export function haproxyEnding({ flags, status, timers, kind }: LbLine): Ending {
  const [who = '-', when = '-'] = flags ?? '--';
  if (kind === 'tcp') return tcpEnding(who, when);
  if (who === '-' || when === 'D' || when === 'L') return who === 'C' || who === 'c' ? OWN('client-left') : PASSED;
  if (who === 'C') return OWN('client-left');
  if (who === 'c') return OWN(when === 'R' ? 'slow-client' : 'client-left');
  if (when === 'T') return OWN('denied');
  if (who === 'L') return OWN(byStatus(status));
  if (who === 'P' && when === 'R')
    return OWN(timers?.request === -1 && status === 400 ? 'malformed' : byStatus(status));
  if (when === 'C' || when === 'Q') return OWN('no-backend');
  if (when === 'H') return OWN(who === 's' ? 'timeout' : 'bad-gateway');
  return OWN(byStatus(status));
}

/** A layer-4 balancer answers nothing: it closes. */
function tcpEnding(who: string, when: string): Ending {
  if (when === 'C' || when === 'Q') return OWN(who === 'C' ? 'client-left' : 'no-backend');
  if (who === 'c' || who === 's') return OWN('timeout');
  if (who === 'C') return OWN('client-left');
  return PASSED;
}

/** What a status means that a balancer wrote by its own rule. */
export function byStatus(status: number | null): LbReading['own'] {
  if (status === null) return 'answered';
  if (status >= 300 && status < 400) return 'redirect';
  const known: Readonly<Record<number, LbReading['own']>> = {
    400: 'denied',
    401: 'denied',
    403: 'denied',
    404: 'denied',
    405: 'denied',
    408: 'slow-client',
    413: 'too-large',
    429: 'rate-limited',
  };
  return known[status] ?? 'answered';
}
