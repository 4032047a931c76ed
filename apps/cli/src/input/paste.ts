import { decodeBytes, type Paste } from '@why401/core/input';
import { readAsked } from '@why401/kong/ask';
import { Failure } from '../failure.ts';
import type { Session } from '../session.ts';
import { type PasteOptions, readSource } from './source-of.ts';
import type { Source, Wanted } from './sources.ts';

export type { PasteOptions } from './source-of.ts';

export interface Pasted {
  readonly source: Source;
  readonly paste: Paste;
}

/** @throws Failure `one-input-only`, `input-binary`, and what reading a source throws */
export const readPasted = async (
  session: Session,
  argument: string | undefined,
  options: PasteOptions,
  wanted: Wanted,
): Promise<Pasted> => pastedFrom(await readSource(session, argument, options, wanted));

/** @throws Failure `input-binary` */
export function pastedFrom(source: Source): Pasted {
  const paste = readAsked(decodeBytes(source.bytes), source.name);
  if (!paste.ok) throw new Failure(paste.problem);
  return { source, paste: paste.value };
}
