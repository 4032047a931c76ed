import type { Place } from '../facts/index.ts';
import type { KeyEncoding } from '../ports/index.ts';
import type { Container } from './container.ts';
import type { KeyForm, KeyProblem, KeyReading, ReadKeysOptions } from './model.ts';
import { keyProblem } from './problems.ts';

export type Loadable = Container & { readonly form: KeyEncoding & KeyForm };

/** Why a structure is not taken although it can be read. */
export function refusal(container: Container, place: Place, options: ReadKeysOptions): KeyProblem | undefined {
  if (container.form === 'encrypted') return keyProblem('key-encrypted', '', place);
  if (container.form === 'request') return keyProblem('certificate-request', '', place);
  const refuse = container.form === 'x509' && options.certificates === 'refuse';
  return refuse ? keyProblem('certificate-where-key-expected', '', place) : undefined;
}

export const unreadable = (...problems: readonly KeyProblem[]): KeyReading => ({
  form: 'unreadable',
  keys: [],
  problems,
});
