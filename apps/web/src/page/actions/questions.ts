import { MOST_JSON } from '../server/index.ts';
import { judgedText, type State } from '../state/index.ts';
import { hopsQuestion, ladderQuestion } from './hops.ts';
import { issuerQuestion } from './issuer-question.ts';
import { entitiesQuestion, routeQuestion } from './routing.ts';

/** Where the answer is kept in the state. */
export type Slot = 'explained' | 'verified' | 'timed' | 'issued' | 'listed' | 'routed' | 'rejected' | 'climbed';

export interface Question {
  readonly path: string;
  readonly body: object;
  /** What goes along, as it is. */
  readonly files?: readonly Blob[];
  /** Tells apart what the body alone does not. */
  readonly of?: unknown;
}

const isGiven = ({ files = [] }: { readonly files?: readonly unknown[] } = {}): boolean => files.length > 0;

/** What is to be asked for what is on the page now; undefined: nothing. */
export function questionFor(slot: Slot, state: State): Question | undefined {
  if (state.reading.paste.kind === 'private-key') return undefined;
  return QUESTIONS[slot](state);
}

const clock = ({ now }: State): { readonly now?: number } => (now === null ? {} : { now });

function explainQuestion(state: State): Question | undefined {
  const { configuration, view, reading, choice, reply, gateway, zone } = state;
  if (view !== 'why' || !isGiven(configuration ?? {})) return undefined;
  const { paste } = reading;
  if (paste.tokens.length === 0 && paste.requests.length === 0) return undefined;
  const text = judgedText(reading, choice, MOST_JSON);
  if (text === undefined) return undefined;
  const settings = Object.fromEntries(Object.entries(gateway).filter(([, value]) => value !== ''));
  const body = { paste: text, ...(reply && { reply: reply.text }), ...settings, zone, ...clock(state) };
  return { path: '/api/explain', body };
}

function verifyQuestion(state: State): Question | undefined {
  const { keys, view, reading, zone } = state;
  if (view !== 'token' || !isGiven(keys ?? {}) || reading.token === null || reading.token.kind === 'opaque')
    return undefined;
  if (reading.token.text.length > MOST_JSON) return undefined;
  return { path: '/api/verify', body: { paste: reading.token.text, zone, ...clock(state) } };
}

const QUESTIONS: Readonly<Record<Slot, (state: State) => Question | undefined>> = {
  explained: explainQuestion,
  verified: verifyQuestion,
  timed: timelineQuestion,
  issued: issuerQuestion,
  listed: entitiesQuestion,
  routed: routeQuestion,
  rejected: hopsQuestion,
  climbed: ladderQuestion,
};

/** More bars than this are no picture any more. */
export const MOST_TOKENS = 20;

/** The tokens that a timeline shows: all of the paste, or in the explanation only the one that is explained. */
export function timelineTokens({ reading, view }: State): readonly { readonly name: string; readonly text: string }[] {
  const { tokens } = reading.paste;
  const all = tokens.map(({ text }, at) => ({ name: letter(at), text }));
  const shown = view === 'timeline' ? all : all.slice(reading.chosen, reading.chosen + 1);
  return shown.slice(0, MOST_TOKENS);
}

const letter = (at: number): string =>
  String.fromCharCode(65 + (at % 26)) + (at < 26 ? '' : String(Math.floor(at / 26) + 1));

/** A narrow page gets a narrow picture instead of small letters. */
export const pictureWidth = (): number => Math.min(960, Math.max(300, document.documentElement.clientWidth - 72));

function timelineQuestion(state: State): Question | undefined {
  const { configuration, keys, view, timelineOpen, at, zone } = state;
  if (view !== 'timeline' && !(view === 'why' && timelineOpen)) return undefined;
  if (!isGiven(configuration ?? {}) && !isGiven(keys ?? {})) return undefined;
  const tokens = timelineTokens(state);
  if (tokens.length === 0 || tokens.reduce((sum, { text }) => sum + text.length, 0) > MOST_JSON) return undefined;
  return {
    path: '/api/timeline',
    body: { tokens, ...(at !== null && { at }), zone, width: pictureWidth(), ...clock(state) },
  };
}
