import type { PasteKind } from '@why401/core/input';
import type { HopsFile, HopsState, Patience, State } from '../state/index.ts';
import { read } from '../state/index.ts';
import { bytesWords, countWords } from '../words/index.ts';
import { type Context, clockOf } from './context.ts';
import { note } from './documents.ts';

/** Octets of all files of one question; the server takes no more either, with the question itself. */
const MOST = 63 * 1024 * 1024;

const change = ({ store }: Context, part: Partial<HopsState>, typing: boolean): void =>
  store.set({ hops: { ...store.state.hops, ...part }, typing });

export const setHops = (context: Context, part: Partial<Pick<HopsState, 'chain' | 'requestId'>>): void =>
  change(context, part, true);

export const setPatience = (context: Context, part: Partial<Patience>): void =>
  change(context, { patience: { ...context.store.state.hops.patience, ...part } }, true);

export const setHopOf = (context: Context, id: number, hop: HopsFile['hop']): void =>
  change(context, { files: filesOf(context).map((file) => (file.id === id ? { ...file, hop } : file)) }, false);

export const removeLog = (context: Context, id: number): void =>
  change(context, { files: filesOf(context).filter((file) => file.id !== id) }, false);

const filesOf = ({ store }: Context): readonly HopsFile[] => store.state.hops.files;

let last = 0;

/** A log is judged with the others; only the browser's handle of it is kept. */
export function addLog(context: Context, name: string, blob: Blob): void {
  const others = filesOf(context).filter((file) => file.name !== name);
  const size = others.reduce((sum, file) => sum + file.blob.size, blob.size);
  if (size > MOST) {
    const message = `${name} was not taken: with it there would be ${bytesWords(size)}, and up to ${bytesWords(MOST)} are judged at once.`;
    return note(context, { code: 'logs-too-large', message, hint: 'why401 who reads files of any size.' });
  }
  last += 1;
  change(context, { files: [...others, { id: last, name, blob, hop: '' }] }, false);
  context.store.set({ view: 'hops' });
  context.say(`${name}, ${countWords(others.length + 1, 'file')} to judge`);
}

/** The box is free for the next answer or log, and what is in it goes on to be judged. */
export function keepBox(context: Context): void {
  const { text, held, zone } = context.store.state;
  if (text === '') return;
  const names = new Set(filesOf(context).map(({ name }) => name));
  let number = 1;
  while (names.has(`paste-${number}.txt`)) number += 1;
  addLog(context, held ?? `paste-${number}.txt`, new Blob([text]));
  const reading = read('', { choice: null, now: clockOf(context), zone });
  context.store.set({ text: '', held: null, choice: null, reading });
}

/** Nothing of these tells who rejected a request, and a token alone is nothing to send anywhere. */
const NO_EVIDENCE: ReadonlySet<PasteKind> = new Set<PasteKind>([
  ...(['empty', 'token', 'private-key', 'public-key'] as const),
  ...(['certificate', 'jwks', 'metadata', 'kong-config'] as const),
]);

export const isEvidence = (kind: PasteKind): boolean => !NO_EVIDENCE.has(kind);

/** Kong's error.log, or its log entries: known by their first line whatever the file is called. */
export const isKongsLog = (beginning: string): boolean =>
  /^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d \[\w+\] \d+#/.test(beginning) ||
  (/^\s*\{/.test(beginning) && /"latencies"\s*:/.test(beginning));

interface Asked {
  readonly path: string;
  readonly body: object;
  readonly files?: readonly Blob[];
  /** Tells apart what the body alone does not. */
  readonly of?: unknown;
}

let boxed: { readonly text: string; readonly blob: Blob; readonly id: number } | undefined;

/** The box as a file, made once for each text. */
function inBox(text: string): { readonly blob: Blob; readonly id: number } {
  if (boxed?.text !== text) {
    last += 1;
    boxed = { text, blob: new Blob([text]), id: last };
  }
  return boxed;
}

interface Part extends Pick<HopsFile, 'name' | 'blob' | 'id'> {
  readonly hop: HopsFile['hop'];
}

function partsOf({ text, held, reply, hops, reading }: State): readonly Part[] {
  const box = isEvidence(reading.paste.kind) ? [{ name: held ?? 'paste.txt', hop: '' as const, ...inBox(text) }] : [];
  const aside = reply === null ? [] : [{ name: 'answer.txt', hop: '' as const, blob: new Blob([reply.text]), id: 0 }];
  return [...aside, ...box, ...hops.files];
}

const settingsOf = ({ gateway: { kongVersion, routerFlavor } }: State): object => ({
  ...(kongVersion !== '' && { kongVersion }),
  ...(routerFlavor !== '' && { routerFlavor }),
});

/** Which hop rejected. */
export function hopsQuestion(state: State): Asked | undefined {
  if (state.view !== 'hops') return undefined;
  const parts = partsOf(state);
  if (parts.length === 0) return undefined;
  const { hops, zone, now } = state;
  const { chain, requestId } = { chain: hops.chain.trim(), requestId: hops.requestId.trim() };
  return {
    path: '/api/hops',
    body: {
      files: parts.map(({ name, blob, hop }) => ({ name, bytes: blob.size, ...(hop !== '' && { hop }) })),
      ...(chain !== '' && { chain }),
      ...(requestId !== '' && { requestId }),
      ...settingsOf(state),
      zone,
      ...(now !== null && { now }),
    },
    files: parts.map(({ blob }) => blob),
    of: [parts.map(({ id }) => id), state.reply?.text],
  };
}

export const hasLadder = ({ configuration }: State): boolean =>
  (configuration?.files ?? []).length > 0 && (configuration?.refusals ?? []).length === 0;

/** Whose patience ends first. */
export function ladderQuestion(state: State): Asked | undefined {
  if (state.view !== 'hops' || !hasLadder(state)) return undefined;
  const given = Object.entries(state.hops.patience).filter(([, value]) => value.trim() !== '');
  const body = Object.fromEntries(given.map(([name, value]) => [name, value.trim()]));
  return { path: '/api/ladder', body: { ...body, ...settingsOf(state) } };
}
