import { download } from '../dom/index.ts';
import type { Context } from './context.ts';
import { note } from './documents.ts';
import { questionFor, type Slot } from './questions.ts';

export type ShareFormat = 'html' | 'md' | 'json';

/** A list of what stands in a file is no answer to share. */
export type ShareSlot = Exclude<Slot, 'listed'>;

const WHAT = {
  explained: 'explain',
  verified: 'verify',
  timed: 'timeline',
  issued: 'issuer',
  routed: 'route',
  rejected: 'who',
  climbed: 'ladder',
} as const;

interface Shared {
  readonly name: string;
  readonly content: string;
}

/** The redacted report as a file for a ticket; the server redacts it, and it leaves the page as a download only. */
export async function shareAs(context: Context, slot: ShareSlot, format: ShareFormat): Promise<void> {
  const question = questionFor(slot, context.store.state);
  if (question === undefined) return;
  const { path, files } = question;
  const body = { what: WHAT[slot], format, ...question.body };
  const { server } = context;
  const reply = await (files === undefined
    ? server.post<Shared>('/api/share', body)
    : server.stream<Shared>(path, body, files));
  if (reply.ok) {
    download(reply.value.name, reply.value.content);
    context.say(`${reply.value.name} was handed to the browser`);
  } else if ('gone' in reply) context.store.set({ connection: reply.gone });
  else for (const problem of reply.problems) note(context, problem);
}
