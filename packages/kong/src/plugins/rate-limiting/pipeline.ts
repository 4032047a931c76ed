import { settingsOf } from '../config.ts';
import type { Exchange, PluginModel } from '../exchange.ts';
import { note, passed, undetermined } from '../pipeline.ts';
import { unknownIn } from '../unknown-values.ts';

const PERIODS = ['second', 'minute', 'hour', 'day', 'month', 'year'] as const;
type Period = (typeof PERIODS)[number];

type RateLimitingConfig = Readonly<Record<Period, number | null>> & { readonly hide_client_headers: boolean };

const UNSET: RateLimitingConfig = {
  second: null,
  minute: null,
  hour: null,
  day: null,
  month: null,
  year: null,
  hide_client_headers: false,
};

/** Seconds. */
const WINDOWS: Readonly<Record<Period, number>> = {
  second: 1,
  minute: 60,
  hour: 3600,
  day: 86_400,
  month: 2_592_000,
  year: 31_536_000,
};

type Limit = readonly [period: Period, limit: number];

/** Kong's `rate-limiting` plugin with an empty window: what was counted before is not in the file. */
export const rateLimiting: PluginModel = {
  name: 'rate-limiting',
  access(plugin, exchange) {
    const config = settingsOf(plugin, UNSET);
    const unknown = unknownIn(PERIODS.map((period) => config[period]));
    if (unknown.length > 0) return undetermined(plugin, unknown);
    const limits = PERIODS.flatMap((period): Limit[] => {
      const limit = config[period];
      return limit === null ? [] : [[period, limit]];
    });
    note({ plugin, exchange }, 'window', passed('rate-limiting', { limits }, { at: () => plugin.place() }));
    if (!config.hide_client_headers) tell(exchange, limits);
    return undefined;
  },
};

function tell(exchange: Exchange, limits: readonly Limit[]): void {
  const { response, now } = exchange;
  let nearest: { period: Period; limit: number; remaining: number } | undefined;
  for (const [period, limit] of limits) {
    const remaining = Math.max(0, limit - 1);
    const isNearer =
      nearest === undefined ||
      remaining < nearest.remaining ||
      (remaining === nearest.remaining && WINDOWS[period] > WINDOWS[nearest.period]);
    if (isNearer) nearest = { period, limit, remaining };
    response.set(`x-ratelimit-limit-${period}`, String(limit));
    response.set(`x-ratelimit-remaining-${period}`, String(remaining));
  }
  if (nearest === undefined) return;
  response.set('ratelimit-limit', String(nearest.limit));
  response.set('ratelimit-remaining', String(nearest.remaining));
  response.set('ratelimit-reset', String(resetOf(nearest.period, now)));
  // Kong goes through the table of headers in an order of its own.
  exchange.random = true;
}

/** Seconds to the end of the window that the calendar says; months and years have one length. */
function resetOf(period: Period, now: number): number {
  const date = new Date(now * 1000);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  const begins =
    period === 'year'
      ? Date.UTC(year, 0, 1) / 1000
      : period === 'month'
        ? Date.UTC(year, month, 1) / 1000
        : now - (now % WINDOWS[period]);
  return Math.max(1, WINDOWS[period] - (now - begins));
}
