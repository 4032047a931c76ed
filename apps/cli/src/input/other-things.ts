import type { PasteKind } from '@why401/core/input';
import { notToExplain as problemOf } from '@why401/kong/ask';
import { Failure } from '../failure.ts';

/** @throws Failure always: a token or request was wanted and is not there */
export function notToExplain(kind: PasteKind, name: string): never {
  throw new Failure(problemOf(kind, name));
}
