import { createHash } from 'node:crypto';
import { type Paste, readPaste } from '@why401/core/input';
import { readToken } from '@why401/core/parse';
import type { Report } from '@why401/core/report';
import { decodeReport, describeToken, type TokenDescription } from '@why401/core/verdict';
import { NOW } from './made.ts';
import type { HostileInput } from './rows/model.ts';

/** Everything that the offline part of the product says about an input. */
export interface Seen {
  readonly paste: Paste | undefined;
  readonly description: TokenDescription | undefined;
  readonly report: Report | undefined;
}

const crypto = {
  digest: (hash: string, octets: Uint8Array): Uint8Array => createHash(hash).update(octets).digest(),
};

/** From the text to the report, as `decode` goes. */
export function look({ text, as }: Pick<HostileInput, 'text' | 'as'>): Seen {
  const paste = as === 'paste' ? readPaste(text) : undefined;
  const found = paste?.tokens[paste.chosen];
  const chosen = as === 'token' ? text : found?.text;
  if (chosen === undefined) return { paste, description: undefined, report: undefined };
  const options = { crypto, ...(found !== undefined && { found }) };
  const description = describeToken(readToken(chosen), NOW * 1000, options);
  return { paste, description, report: decodeReport(description) };
}
