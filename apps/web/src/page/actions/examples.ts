import { parseAt } from '@why401/core/timeline';
import type { Example, ExamplesAnswer } from '../state/index.ts';
import type { Context } from './context.ts';
import { loadConfiguration } from './documents.ts';
import { pasted } from './text.ts';

/** Asked once, at the start. */
export async function loadExamples({ store, server }: Context): Promise<void> {
  const reply = await server.post<ExamplesAnswer>('/api/examples', {});
  if (reply.ok) store.set({ examples: reply.value });
  else if ('gone' in reply) store.set({ connection: reply.gone });
}

/** A real configuration, a real request, and the clock at which it went wrong. */
export async function showExample(context: Context, { now, configuration }: ExamplesAnswer, example: Example) {
  const { store } = context;
  if (!(await loadConfiguration(context, configuration.name, new Blob([configuration.text])))) return;
  const clock = milliseconds(now);
  const at = example.at === undefined ? undefined : parseAt(example.at, { now: clock, zone: 'UTC' });
  store.set({
    now: clock,
    at: at?.ok ? at.value.instant : null,
    choice: null,
    reply: example.reply === undefined ? null : { text: example.reply, title: firstLine(example.reply) },
    gateway: { ...store.state.gateway, route: example.route ?? '', service: '' },
  });
  pasted(context, example.paste, example.title);
  store.set({ view: example.view === 'timeline' ? 'timeline' : 'why' });
}

const firstLine = (text: string): string => text.split(/\r?\n/, 1)[0]?.replace(/^HTTP\/[\d.]+ /, '') ?? '';

/** Seconds and ISO 8601 are taken as well. A number of seconds this large would be the year 5138. */
function milliseconds(time: number | string): number {
  if (typeof time === 'string') return Date.parse(time);
  return time < 1e11 ? time * 1000 : time;
}
