import type { Problem } from '@why401/core';
import { type WellKnownKind, wellKnownUrls } from '@why401/core/issuer';
import type { IssuerState, MetadataAnswer, StageEntry, State } from '../state/index.ts';
import type { Context } from './context.ts';
import { refused } from './documents.ts';

let control = new AbortController();

/** What is on its way is not waited for any more; the server then ends it too. */
export const stopAsking = (): void => control.abort();

const change = ({ store }: Context, part: Partial<IssuerState>): void =>
  store.set({ issuer: { ...store.state.issuer, ...part } });

/** Another issuer is in the field: what the last one showed is not about it. */
export function setIssuer(context: Context, part: Partial<Pick<IssuerState, 'url' | 'profile'>>): void {
  control.abort();
  const { from } = context.store.state.issuer;
  context.store.set({ typing: true });
  change(context, { ...part, from: from === 'asked' ? null : from, asking: null, problem: null });
}

/** Shows the view with the issuer filled in. Nobody is asked before a button there is pressed. */
export function lookAtIssuer(context: Context, url: string): void {
  const { issuer } = context.store.state;
  if (issuer.url !== url || issuer.from === 'files') setIssuer(context, { url });
  if (issuer.from === 'files') change(context, { from: null, metadata: null });
  context.store.set({ view: 'issuer' });
}

/** `OAuth` metadata come first where that is what the issuer is held to, as on the command line. */
const firstOf = ({ profile }: IssuerState): WellKnownKind =>
  profile === 'oauth' ? 'oauth-authorization-server' : 'openid-configuration';

/** The exact URL that is asked for first; undefined where the field holds no issuer. */
export function firstUrl(issuer: IssuerState): string | undefined {
  if (!/^https?:\/\/[^\s/]/i.test(issuer.url) || !URL.canParse(issuer.url)) return undefined;
  const urls = wellKnownUrls(issuer.url);
  return (urls.find(({ kind }) => kind === firstOf(issuer)) ?? urls[0])?.url;
}

interface Line {
  readonly stage?: StageEntry;
  readonly attempt?: number;
  readonly problem?: Problem;
}

/** Asks for one document; its URL stood on the button. The server does it, and tells each stage as it ends. */
export async function askIssuer(context: Context, url: string): Promise<void> {
  const { store, server, say } = context;
  const { issuer } = store.state;
  control.abort();
  control = new AbortController();
  const { signal } = control;
  let attempts = 1;
  let stages: readonly StageEntry[] = [];
  let problem: Problem | null = null;
  change(context, { asking: { url, stages }, problem });
  const take = (line: Line): void => {
    if (signal.aborted) return;
    if (line.problem !== undefined) problem = line.problem;
    if (line.stage === undefined) return;
    stages = line.attempt === attempts ? [...stages, line.stage] : [line.stage];
    attempts = line.attempt ?? attempts;
    change(context, { asking: { url, stages } });
  };
  const body = { issuer: issuer.url, url, first: firstOf(issuer) };
  const reply = await server
    .lines('/api/issuer/fetch', body, (line) => take(line as Line), signal)
    // Only an abort ends here: somebody wants something else now.
    .catch(() => undefined);
  if (signal.aborted || reply === undefined) return;
  if ('gone' in reply) return store.set({ connection: reply.gone, issuer: { ...store.state.issuer, asking: null } });
  if (!reply.ok) problem = reply.problems[0] ?? null;
  change(context, { asking: null, problem, ...(problem === null && { from: 'asked' }) });
  store.set({ revision: store.state.revision + 1, typing: false });
  say(problem === null ? `${url} was asked for` : (problem as Problem).message);
}

/** A discovery document that was dropped or pasted. */
export async function loadMetadata(context: Context, name: string, bytes: Blob): Promise<boolean> {
  const reply = await context.server.upload<MetadataAnswer>('/api/metadata', name, bytes);
  if (!reply.ok) return refused(context, name, reply);
  const { store } = context;
  control.abort();
  change(context, { metadata: reply.value, from: 'files', asking: null, problem: null });
  store.set({ revision: store.state.revision + 1, connection: 'connected', view: 'issuer' });
  context.say(`Metadata ${name} loaded`);
  return true;
}

/** What there is to judge; undefined: nothing yet. */
export function issuerSource({ issuer, keys }: State): 'asked' | 'files' | undefined {
  if (issuer.from !== null) return issuer.from;
  return (issuer.metadata?.files ?? keys?.files ?? []).length > 0 ? 'files' : undefined;
}

/** `iss` of the token that is looked at. */
export function issOf({ reading: { token } }: State): string | undefined {
  const iss = token !== null && 'claims' in token ? token.claims?.iss : undefined;
  return typeof iss === 'string' && iss !== '' ? iss : undefined;
}
