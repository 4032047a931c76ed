import { share as print } from '@why401/core/redact';
import type { Bench } from '../bench.ts';
import type { Body } from '../body.ts';
import type { Judged, Told } from '../model.ts';
import { explain } from './explain.ts';
import { issuer } from './issuer.ts';
import { route } from './route.ts';
import { timeline } from './timeline.ts';
import { verify } from './verify.ts';

const JUDGES = { explain, verify, timeline, issuer, route } as const;
const FORMATS = ['html', 'md', 'json'] as const;

export interface Shared {
  readonly name: string;
  readonly content: string;
}

export type Sharing = { readonly ok: true; readonly shared: Shared } | Extract<Judged, { ok: false }>;

/** The redacted report of an answer, as a file for others. */
export function share(bench: Bench, body: Body): Sharing {
  const what = body.choice('what', ['explain', 'verify', 'timeline', 'issuer', 'route']) ?? 'explain';
  const format = body.choice('format', FORMATS) ?? 'html';
  const judged = JUDGES[what](bench, body);
  if (!judged.ok) return judged;
  return { ok: true, shared: { name: `why401-${what}.${format}`, content: content(judged.told, format) } };
}

const content = ({ command, report, data, known }: Told, format: (typeof FORMATS)[number]): string =>
  print({ command, report, data }, format, known);
