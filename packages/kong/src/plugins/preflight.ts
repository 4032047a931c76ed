import type { AuthState } from './authentication.ts';
import { type Stage, skipped } from './pipeline.ts';

/** With `run_on_preflight: false` an OPTIONS request is let through as it came. */
export const unlessPreflight: Stage<AuthState & { readonly config: { readonly run_on_preflight: boolean } }> = {
  name: 'preflight',
  differs: [],
  check: ({ config, exchange }) => {
    const { method } = exchange.request.wire;
    return method === 'OPTIONS' && !config.run_on_preflight ? skipped('preflight-skipped', { method }) : undefined;
  },
};
