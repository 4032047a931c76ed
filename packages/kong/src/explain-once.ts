import type { Ports, Problem } from '@why401/core';
import type { ConfigFile } from './config/index.ts';
import { createExplainer, type ExplainOptions } from './explain.ts';
import type { ActualReply, Explanation } from './explanation/index.ts';
import type { WireRequest } from './wire/index.ts';

export type Explained =
  | { readonly ok: true; readonly explanation: Explanation }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** One request and one configuration; for several requests, `createExplainer` reads it once. */
export function explain(
  files: readonly ConfigFile[],
  request: WireRequest,
  { reply, ...options }: ExplainOptions & { readonly reply?: ActualReply },
  ports: Ports,
): Explained {
  const explaining = createExplainer(files, options, ports);
  return explaining.ok ? { ok: true, explanation: explaining.explainer.explain(request, reply) } : explaining;
}
