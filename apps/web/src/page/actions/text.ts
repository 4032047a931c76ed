import { type Reading, read } from '../state/index.ts';
import { type Context, clockOf } from './context.ts';
import { takeDocument } from './documents.ts';

/** Characters that a text box holds without growing slow. */
const MOST_IN_BOX = 200_000;

const reread = (context: Context, text: string, choice: number | null): Reading => {
  const { zone, reading } = context.store.state;
  return read(text, { choice, now: clockOf(context), zone }, reading.paste);
};

/** A key was pressed in the box. */
export function typed(context: Context, text: string): void {
  context.store.set({ text, held: null, choice: null, reading: reread(context, text, null), typing: true });
}

/**
 * Something was pasted, dropped or chosen: it stands for itself, and is judged at once.
 * @returns false where the box is to hold nothing of it
 */
export function pasted(context: Context, text: string, name: string): boolean {
  const reading = reread(context, text, null);
  if (takeDocument(context, reading.paste, name)) {
    context.store.set({ text: '', held: null, choice: null, reading: reread(context, '', null), typing: false });
    return false;
  }
  const held = text.length > MOST_IN_BOX ? name : null;
  context.store.set({ text, held, choice: null, reading, typing: false });
  return held === null;
}

/** One of several tokens. */
export function choose(context: Context, choice: number): void {
  const { text } = context.store.state;
  context.store.set({ choice, reading: reread(context, text, choice), typing: false });
}

/** The same text under another clock or in another zone. */
export function readAgain(context: Context): void {
  const { text, choice } = context.store.state;
  context.store.set({ reading: reread(context, text, choice) });
}

/** Kong's answer is set aside, and the box is free for the request that got it. */
export function setReplyAside(context: Context): void {
  const { text, reading } = context.store.state;
  const [response] = reading.paste.responses;
  if (response === undefined) return;
  const title = `${response.status} ${response.reason}`.trim();
  context.store.set({
    reply: { text, title },
    text: '',
    held: null,
    reading: reread(context, '', null),
    typing: false,
  });
}
