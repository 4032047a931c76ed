import { type FetchOptions, fetchOptions } from '../live/options.ts';
import type { OptionSpec } from '../usage/spec.ts';

/** How the page's server asks issuers. No client certificate: it belongs to one origin, and the page asks many. */
export type DoorOptions = Omit<FetchOptions, 'clientCert' | 'clientKey'>;

export const doorOptions: readonly OptionSpec[] = fetchOptions.filter(({ flags }) => !flags.startsWith('--client-'));
