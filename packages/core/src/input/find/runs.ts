/** A stretch of the paste that can belong to one token: characters of base64, dots, padding, percent signs. */
export interface Run {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

const IN_RUN = 1;
const INVISIBLE = 2;
const CLASS: Uint8Array = new Uint8Array(128);
for (const character of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/%') {
  CLASS[character.charCodeAt(0)] = IN_RUN;
}

/** Zero-width characters and soft hyphens do not end a run when it goes on behind them. */
export function isInvisible(code: number): boolean {
  return code === 0xad || (code >= 0x200b && code <= 0x200f) || code === 0x2060 || code === 0xfeff;
}

function classOf(code: number): number {
  if (code < 128) return CLASS[code] as number;
  return isInvisible(code) ? INVISIBLE : 0;
}

/** The run that begins at `from`; empty where no character of one stands there. */
export function runAt(text: string, from: number): Run {
  let to = from;
  for (let at = from; at < text.length; at++) {
    const kind = classOf(text.charCodeAt(at));
    if (kind === 0) break;
    if (kind === IN_RUN) to = at + 1;
  }
  return { from, to };
}

/** Walks the text once. Colour codes of a terminal are stepped over, so that their `m` joins no token. */
export function* runsOf(text: string): Generator<Run> {
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === 0x1b) at = afterEscape(text, at);
    else if (code < 128 && CLASS[code] === IN_RUN) {
      const run = runAt(text, at);
      yield run;
      at = run.to;
    } else at++;
  }
}

/** Past `ESC [ … letter` (ECMA-48 §5.4), or past the escape alone. */
function afterEscape(text: string, at: number): number {
  if (text[at + 1] !== '[') return at + 1;
  let end = at + 2;
  while (end < text.length && text.charCodeAt(end) >= 0x20 && text.charCodeAt(end) < 0x40) end++;
  return Math.min(end + 1, text.length);
}

/** What mail programs, editors, shells and terminals put around a line end. */
const AROUND_WRAP = ' \t\r\n>|"\'+\\^`';
const LONGEST_WRAP = 80;

/** Where a wrapped token goes on after `from`; -1 where no line ends there. */
export function afterWrap(text: string, from: number): number {
  let at = from;
  let hasLineEnd = false;
  for (; at < text.length && AROUND_WRAP.includes(text[at] as string); at++) {
    if (at - from > LONGEST_WRAP) return -1;
    hasLineEnd ||= text[at] === '\n';
  }
  return hasLineEnd && at < text.length ? at : -1;
}
