import type { Problem } from '@why401/core';
import type { Paste, PasteKind } from '@why401/core/input';
import type { ConfigurationAnswer, KeysAnswer } from '../state/index.ts';
import type { Context } from './context.ts';
import { loadMetadata } from './issuer.ts';

const CONFIGURATIONS: readonly PasteKind[] = ['kong-config'];
const KEYS: readonly PasteKind[] = ['jwks', 'public-key', 'certificate'];

/** Loads what is no request and no token. @returns false where it is one */
export function takeDocument(context: Context, { kind, text }: Paste, name: string): boolean {
  const bytes = () => new Blob([text]);
  if (CONFIGURATIONS.includes(kind)) void loadConfiguration(context, name, bytes());
  else if (KEYS.includes(kind)) void loadKeys(context, name, bytes());
  else if (kind === 'metadata') void loadMetadata(context, name, bytes());
  else return false;
  return true;
}

export async function loadConfiguration(context: Context, name: string, bytes: Blob): Promise<boolean> {
  const reply = await context.server.upload<ConfigurationAnswer>('/api/configuration', name, bytes);
  if (!reply.ok) return refused(context, name, reply);
  const { store } = context;
  store.set({ configuration: reply.value, revision: store.state.revision + 1, connection: 'connected' });
  for (const problem of reply.value.problems ?? []) note(context, problem);
  context.say(`Configuration ${name} loaded`);
  return true;
}

export async function loadKeys(context: Context, name: string, bytes: Blob): Promise<boolean> {
  const reply = await context.server.upload<KeysAnswer>('/api/keys', name, bytes);
  if (!reply.ok) return refused(context, name, reply);
  const { store } = context;
  store.set({ keys: reply.value, revision: store.state.revision + 1, connection: 'connected' });
  context.say(`Keys ${name} loaded`);
  return true;
}

type Refused = { readonly problems: readonly Problem[] } | { readonly gone: 'lost' | 'stranger' };

export function refused(context: Context, name: string, reply: Refused): false {
  if ('gone' in reply) {
    context.store.set({ connection: reply.gone });
    note(context, { code: 'not-loaded', message: `${name} was not loaded: the server was not reached.` });
  } else for (const { message, ...rest } of reply.problems) note(context, { ...rest, message: `${name}: ${message}` });
  return false;
}

/** Newest first; so many are worth reading. */
const MOST_NOTES = 6;

export function note(context: Context, problem: Problem): void {
  const { store } = context;
  const others = store.state.notes.filter(({ message }) => message !== problem.message);
  store.set({ notes: [problem, ...others].slice(0, MOST_NOTES) });
}
