import { MAX_TOKEN } from '../limits/index.ts';
import { findTokens } from './find/index.ts';
import type { FoundToken } from './model.ts';

const COMPACT = /^eyJ[\w-]+\.[\w-]+\.[\w-]*$/;

/**
 * The commonest paste: one compact token, with a line end behind it at most. The same as `readPaste`
 * finds in it, without the readers of commands, requests and logs, which a program may then load only
 * when it needs them. Undefined for everything else.
 */
export function bareToken(text: string): FoundToken | undefined {
  const token = text.replace(/\r?\n$/, '');
  if (token.length > MAX_TOKEN || !COMPACT.test(token)) return undefined;
  const [found, ...others] = findTokens(token);
  if (found === undefined || others.length > 0 || found.token.text !== token) return undefined;
  return { ...found.token, source: 'bare', place: { from: 0, to: token.length, line: 1, column: 1 } };
}
