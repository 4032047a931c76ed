import { fromBytes } from '../../wire/index.ts';
import { firstHeader } from '../headers.ts';
import { parseHttpTime } from '../http-date.ts';
import { failed, notKnown, passed, type StepResult } from '../pipeline.ts';
import { unknownIn } from '../unknown-values.ts';
import { CANNOT_BE_VERIFIED, type HmacAuthState, type HmacParameters, unauthorized } from './state.ts';

const NAMES = ['authorization', 'proxy-authorization'] as const;

/** One of the two headers is there. */
export function header(state: HmacAuthState): StepResult | undefined {
  const { realm: _, anonymous: __, ...looked } = state.config;
  const unknown = unknownIn(Object.values(looked));
  if (unknown.length > 0) return notKnown('hmac-auth-header', {}, unknown);
  if (NAMES.some((name) => firstHeader(state.exchange, name) !== undefined)) return undefined;
  return failed('hmac-auth-header', {}, unauthorized(state, 'Unauthorized'), { at: () => state.plugin.place() });
}

const DATES = ['x-date', 'date'] as const;
const WANTS_DATE = `${CANNOT_BE_VERIFIED}, a valid date or x-date header is required for HMAC Authentication`;

/** `X-Date`, else `Date`, is near enough; asked before anything else of the signature. */
export function date(state: HmacAuthState): StepResult | undefined {
  const { config, exchange, plugin } = state;
  const allowed = config.clock_skew;
  const seen = DATES.flatMap((name) => {
    const text = firstHeader(exchange, name);
    return text === undefined ? [] : [{ header: name, at: parseHttpTime(text) }];
  });
  const skewOf = (at: number): number => Math.abs(exchange.now - at);
  const good = seen.find(({ at }) => at !== undefined && skewOf(at) <= allowed);
  if (good !== undefined) return passed('hmac-auth-date', { header: good.header, allowed });
  const [first] = seen;
  const data =
    first === undefined
      ? { why: 'missing' as const, allowed }
      : first.at === undefined
        ? { why: 'unreadable' as const, header: first.header, allowed }
        : { why: 'skew' as const, header: first.header, skew: skewOf(first.at), allowed };
  return failed('hmac-auth-date', data, unauthorized(state, WANTS_DATE), {
    at: () => plugin.place('config.clock_skew'),
  });
}

const PARAMETERS =
  /[\t-\r ]*[Hh]mac[\t-\r ]*username="([^\n]+)",[\t-\r ]*algorithm="([^\n]+)",[\t-\r ]*headers="([^\n]+)",[\t-\r ]*signature="([^\n]+)"/;

/** Proxy-Authorization where it has the form, else Authorization. */
export function format(state: HmacAuthState): StepResult | undefined {
  const { config, exchange } = state;
  const proxy = read(firstHeader(exchange, 'proxy-authorization'));
  const found = proxy ?? read(firstHeader(exchange, 'authorization'));
  if (config.hide_credentials) exchange.headers.clear(proxy === undefined ? 'authorization' : 'proxy-authorization');
  if (found === undefined) return failed('hmac-auth-format', {}, unauthorized(state, CANNOT_BE_VERIFIED));
  state.parameters = found;
  return passed('hmac-auth-format', {}, { found: fromBytes(found.username) });
}

function read(value: string | undefined): HmacParameters | undefined {
  const [, username, algorithm, headers, signature] = PARAMETERS.exec(value ?? '') ?? [];
  if (username === undefined || algorithm === undefined || headers === undefined || signature === undefined)
    return undefined;
  return { username, algorithm, headers: headers.split(' '), signature };
}
