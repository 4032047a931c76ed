import type { LbLine } from '../../record/index.ts';
import { signatureOf } from '../../tables/lines/index.ts';
import type { LbReading } from '../model.ts';
import { byStatus, haproxyEnding } from './haproxy.ts';
import { envoyMeaning, isEcho, messageMeaning } from './messages.ts';

/** nginx writes a line for each of these that it answers itself. */
const NEVER_SILENT: ReadonlySet<number> = new Set([413, 429, 500, 502, 504]);

/** How a balancer says that the exchange ended; the last of several, since Kong asks again. Null: no line tells. */
export function readLb(lines: readonly LbLine[] | null): LbReading | null {
  const own = lines?.filter(({ kind }) => kind !== 'health') ?? [];
  const last = own.findLast(({ kind }) => kind !== 'error') ?? own.at(-1);
  if (last === undefined) return null;
  const messages = own.filter(({ kind }) => kind === 'error');
  return {
    layer: layerOf(last, messages),
    ...endingOf(last, messages),
    status: last.kind === 'tcp' ? null : last.status,
    bytes: last.bytes,
    plainToTls: messages.some(isPlainToTls),
    product: isCombined(last, messages) ? 'combined' : last.product,
    at: last,
  };
}

/** nginx, Apache and Varnish write `combined` alike: without a line that only one of them writes, it is nobody's. */
const isCombined = (last: LbLine, messages: readonly LbLine[]): boolean =>
  last.product === 'nginx' &&
  last.kind === 'access' &&
  last.upstreamStatus === null &&
  last.timers === null &&
  messages.every(({ error }) => error === null);

function layerOf(last: LbLine, messages: readonly LbLine[]): LbReading['layer'] {
  if (last.kind === 'tcp') return 4;
  if (last.kind === 'access') return 7;
  const failed = messages.some(({ error }) => error !== null && error.request === null && error.upstream !== null);
  return failed ? 4 : null;
}

type Ending = Pick<LbReading, 'own' | 'passedOn'>;

function endingOf(last: LbLine, messages: readonly LbLine[]): Ending {
  const said = messages
    .filter((one) => !isEcho(one) || messages.every(isEcho))
    .map(messageMeaning)
    .findLast((meaning) => meaning !== undefined);
  const { status, upstreamStatus, flags, product, kind } = last;
  if (kind === 'access' && product === 'haproxy') return haproxyEnding(last);
  if (kind === 'tcp') return tcpEnding(last, said);
  const answered = upstreamStatus?.at(-1);
  const passed = answered !== undefined && Number(answered) === status;
  if (passed && (said === undefined || (status ?? 0) < 400 || said === 'client-left'))
    return { own: null, passedOn: true };
  if (said !== undefined) return { own: said, passedOn: false };
  const flagged = flags === null ? undefined : envoyMeaning(flags);
  if (flagged !== undefined) return { own: flagged, passedOn: false };
  if (status === 499 || status === 460) return { own: 'client-left', passedOn: false };
  if (answered !== undefined) return Number(answered) > 0 ? { own: null, passedOn: true } : ownByStatus(last);
  if (product === 'nginx' && kind === 'access' && status !== null && NEVER_SILENT.has(status))
    return { own: null, passedOn: true };
  return { own: null, passedOn: null };
}

/** Nothing was asked behind it: it answered by a rule, or could not ask. nginx writes a line where it could not. */
function ownByStatus({ status, product }: LbLine): Ending {
  const broken = status === 502 || status === 503 || status === 504;
  if (!broken) return { own: byStatus(status), passedOn: false };
  return { own: product === 'nginx' ? 'denied' : 'answered', passedOn: false };
}

function tcpEnding(last: LbLine, said: LbReading['own'] | undefined): Ending {
  if (last.product === 'haproxy') return haproxyEnding(last);
  if (said === 'no-backend' || last.status === 502) return { own: 'no-backend', passedOn: false };
  if (said !== undefined) return { own: said, passedOn: false };
  return { own: null, passedOn: true };
}

/** HAProxy says only that a handshake failed on its front; nginx says what came. */
function isPlainToTls({ message, error }: LbLine): boolean {
  if (error !== null) return signatureOf(error.message)?.signature.code === 'C-PLAINTLS';
  return /SSL handshake failure/.test(message ?? '');
}
