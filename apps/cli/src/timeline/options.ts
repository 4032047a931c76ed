import { fail } from '../failure.ts';
import type { GatewayOptions } from '../live/options.ts';

export interface TimelineOptions extends Partial<GatewayOptions> {
  readonly at?: string;
  readonly config: readonly string[];
  readonly kongVersion: string;
  readonly jwks?: string;
  readonly evidence?: string;
  readonly maxAge?: string;
  readonly svg?: string;
  readonly watch?: boolean;
  readonly tokenEnv?: string;
}

/** Seconds of `--max-age`. @throws Failure `bad-max-age` */
export function readMaxAge(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,9}$/.test(text))
    fail('bad-max-age', `--max-age is no number of seconds: ${JSON.stringify(text)}.`, 'Give seconds: 3600.');
  return Number(text);
}
