import type { Place } from '../facts/index.ts';
import type { Crypto } from '../ports/index.ts';
import { type Container, classifyDer } from './container.ts';
import { containerKey } from './load.ts';
import type { Key, KeyProblem, KeyReading, ReadKeysOptions } from './model.ts';
import { type PemBlock, readPem } from './pem.ts';
import { keyProblem } from './problems.ts';
import { type Loadable, refusal, unreadable } from './refuse.ts';

/** Labels (RFC 7468, OpenSSL) by the structure they announce. */
const LABELS: ReadonlyMap<string, Container['form']> = new Map([
  ['PUBLIC KEY', 'spki'],
  ['RSA PUBLIC KEY', 'pkcs1'],
  ['PRIVATE KEY', 'pkcs8'],
  ['RSA PRIVATE KEY', 'pkcs1-private'],
  ['EC PRIVATE KEY', 'sec1'],
  ['CERTIFICATE', 'x509'],
  ['X509 CERTIFICATE', 'x509'],
  ['TRUSTED CERTIFICATE', 'x509'],
  ['ENCRYPTED PRIVATE KEY', 'encrypted'],
  ['CERTIFICATE REQUEST', 'request'],
  ['NEW CERTIFICATE REQUEST', 'request'],
]);

/** Blocks that stand beside keys and hold none. */
const IGNORED: ReadonlySet<string> = new Set(['EC PARAMETERS', 'DH PARAMETERS']);

export function readPemKeys(text: string, crypto: Crypto, options: ReadKeysOptions): KeyReading {
  const { blocks, problems } = readPem(text, options.file);
  const keys: Key[] = [];
  const lost: KeyProblem[] = [...problems];
  const wanted = blocks.filter(({ label }) => !IGNORED.has(label));
  for (const [number, block] of wanted.entries()) {
    const path = wanted.length === 1 ? '' : `block ${number + 1}`;
    const key = readBlock(block, { index: keys.length, place: block.place, path }, crypto, options);
    if ('code' in key) lost.push(key);
    else keys.push(key);
  }
  if (keys.length > 0) return { form: 'pem', keys, problems: lost };
  return unreadable(...(lost.length > 0 ? lost : [keyProblem('pem-no-block', 'nothing between BEGIN and END')]));
}

function readBlock(
  block: PemBlock,
  at: { readonly index: number; readonly place: Place; readonly path: string },
  crypto: Crypto,
  options: ReadKeysOptions,
): Key | KeyProblem {
  const announced = LABELS.get(block.label);
  if (announced === undefined) return keyProblem('pem-label-unknown', block.label, block.place);
  const container = classifyDer(block.der);
  if (container === undefined) return keyProblem('key-unreadable', `"${block.label}" holds no key`, block.place);
  const refused = refusal(container, block.place, options);
  if (refused !== undefined) return refused;
  const key = containerKey(block.der, container as Loadable, at, crypto);
  const differs =
    container.form === announced ? [] : [keyProblem('pem-label-differs', labelNote(block, container), at.place)];
  return { ...key, problems: [...block.problems, ...differs, ...key.problems] };
}

const labelNote = (block: PemBlock, container: Container): string =>
  `"${block.label}" around ${container.form === 'x509' ? 'a certificate' : container.form.toUpperCase()}`;
