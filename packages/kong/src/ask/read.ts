import type { Read } from '@why401/core';
import { type Paste, readPaste } from '@why401/core/input';
import type { ActualReply } from '../explanation/index.ts';
import { named } from './other-things.ts';

/** A paste understood. Problems: `input-binary`. */
export function readAsked(text: string, name: string): Read<Paste> {
  if (!isBinary(text)) return { ok: true, value: readPaste(text) };
  return {
    ok: false,
    problem: {
      code: 'input-binary',
      message: `${named(name)} is binary, or damaged.`,
      hint: 'Give text: a token, a request, a configuration.',
    },
  };
}

/** Kong's real answer: raw HTTP (`curl -i`), `curl -v`, a HAR entry. Problems: `not-a-reply`. */
export function actualReplyOf(text: string, name: string): Read<ActualReply> {
  // Of a chain of redirects the last one is what the caller saw.
  const reply = readPaste(text).responses.at(-1);
  if (reply !== undefined) return { ok: true, value: reply };
  return {
    ok: false,
    problem: {
      code: 'not-a-reply',
      message: `${name} holds no HTTP answer.`,
      hint: 'Give it with its status line and headers: curl -i …',
    },
  };
}

const LOOKED_AT = 4096;
const MOST_STRANGE = 0.1;

/** One NUL in a token is a finding; a tenth of such characters is no text. */
function isBinary(text: string): boolean {
  const start = text.slice(0, LOOKED_AT);
  const strange = start.match(/[\0-\x08\x0e-\x1a\x1c-\x1f\ufffd]/g)?.length ?? 0;
  return strange > start.length * MOST_STRANGE;
}
