import { ADVICE, type Advice, adviceIn, temptingAt } from '../tables/advice/index.ts';
import { type Cause, isCause } from '../tables/causes/index.ts';
import { signatureOf } from '../tables/lines/index.ts';
import { LINE_MEANINGS, type LineMeaning, MESSAGES, type Message } from '../tables/messages/index.ts';
import { nearMessages } from './near.ts';
import { piecesOf } from './pieces.ts';
import { patternOf, plainOf } from './plain.ts';

export interface FoundMessage {
  readonly message: Message;
  /** What stood in the places of its names: `iss`. */
  readonly values: readonly string[];
}

export interface FoundLine {
  /** `U-FIN-HEAD` */
  readonly code: string;
  readonly meaning: LineMeaning;
  readonly source: string;
}

export interface LookedUp {
  /** The text is the code of a cause, as `who` gives it. */
  readonly cause?: Cause;
  readonly messages: readonly FoundMessage[];
  readonly lines: readonly FoundLine[];
  /** What people say about it, where the text repeats it or a message tempts to it. */
  readonly advice: readonly Advice[];
  /** The text itself is advice: what is true of it comes first. */
  readonly repeats: boolean;
  /** Where nothing was found. */
  readonly near: readonly Message[];
}

/** What a message of Kong, of one of its plugins or of its log means, and what is said of it wrongly. */
export function lookUp(text: string): LookedUp {
  const cause = text.trim();
  if (isCause(cause)) return { cause, messages: [], lines: [], advice: temptingAt(cause), repeats: false, near: [] };
  const pieces = piecesOf(text);
  const messages = messagesIn(pieces);
  const lines = pieces.slice(0, 1).flatMap(lineIn);
  const isMessage = lines.length > 0 || (messages.length > 0 && isShort(text));
  const repeated = isMessage ? undefined : adviceIn(text);
  const tempting = [...messages.map(({ message }) => message.advice), ...lines.map(({ meaning }) => meaning.advice)];
  const advice = [repeated, ...tempting.map((id) => ADVICE.find((one) => one.id === id))].filter(
    (one) => one !== undefined,
  );
  const found = messages.length + lines.length + advice.length > 0;
  return {
    messages,
    lines,
    advice: [...new Set(advice)],
    repeats: repeated !== undefined,
    near: found ? [] : nearMessages(text),
  };
}

/** A message alone asks for its meaning; a sentence about it may be advice. */
const isShort = (text: string): boolean =>
  MESSAGES.some((message) => patternOf(message.text, true).test(plainOf(text)));

const PATTERNS = MESSAGES.map((message) => ({
  message,
  whole: patternOf(message.text, true),
  // A word or two stand in too many texts.
  inside: message.text.replace(/\{\w+\}/g, '').length >= 15 ? patternOf(message.text, false) : undefined,
}));

function messagesIn(pieces: readonly string[]): readonly FoundMessage[] {
  const plain = pieces.map(plainOf);
  const whole = PATTERNS.flatMap(({ message, whole }) => foundIn(message, whole, plain));
  if (whole.length > 0) return whole;
  return PATTERNS.flatMap(({ message, inside }) => (inside === undefined ? [] : foundIn(message, inside, plain)));
}

function foundIn(message: Message, pattern: RegExp, pieces: readonly string[]): readonly FoundMessage[] {
  for (const piece of pieces) {
    const found = pattern.exec(piece);
    if (found !== null) return [{ message, values: found.slice(1) }];
  }
  return [];
}

function lineIn(text: string): readonly FoundLine[] {
  const match = signatureOf(text);
  const meaning = match && LINE_MEANINGS[match.signature.code];
  if (match === undefined || meaning === undefined) return [];
  return [{ code: match.signature.code, meaning, source: match.signature.source }];
}
