import { share as print } from '@why401/core/redact';
import type { Bench } from '../bench.ts';
import type { Body } from '../body.ts';
import type { Judged, Told } from '../model.ts';
import { explain } from './explain.ts';
import { issuer } from './issuer.ts';
import { ladder } from './ladder.ts';
import { route } from './route.ts';
import { timeline } from './timeline.ts';
import { verify } from './verify.ts';

const JUDGES = { explain, verify, timeline, issuer, route, ladder } as const;
const FORMATS = ['html', 'md', 'json'] as const;

export interface Shared {
  readonly name: string;
  readonly content: string;
}

export type Sharing = { readonly ok: true; readonly shared: Shared } | Extract<Judged, { ok: false }>;

/** The redacted report of an answer, as a file for others. */
export function share(bench: Bench, body: Body): Sharing {
  const what = body.choice('what', ['explain', 'verify', 'timeline', 'issuer', 'route', 'ladder']) ?? 'explain';
  return shareJudged(JUDGES[what](bench, body), body);
}

export function shareJudged(judged: Judged, body: Body): Sharing {
  const format = body.choice('format', FORMATS) ?? 'html';
  if (!judged.ok) return judged;
  const { told } = judged;
  return { ok: true, shared: { name: `why401-${told.command}.${format}`, content: content(told, format) } };
}

const content = ({ command, report, data, known }: Told, format: (typeof FORMATS)[number]): string =>
  print({ command, report, data }, format, known);
