import type { Place } from '../facts/index.ts';
import { MAX_KEY_TEXT } from '../limits/index.ts';
import type { Crypto } from '../ports/index.ts';
import { readBase64 } from './base64.ts';
import { type Container, classifyDer, containerName } from './container.ts';
import { readJsonKeys } from './jwks.ts';
import { containerKey } from './load.ts';
import type { Key, KeyProblem, KeyReading, ReadKeysOptions } from './model.ts';
import { readPemKeys } from './pem-keys.ts';
import { keyProblem } from './problems.ts';
import { type Loadable, refusal, unreadable } from './refuse.ts';
import { secretKey } from './secret.ts';
import { bytesOf, textOf } from './text.ts';

/**
 * Keys in every form in which people keep them: PEM (several blocks), DER, JWK, JWK set, and
 * secrets as text or base64. Never throws; what cannot be read is a problem with a code.
 *
 * @param input text, or the bytes of a file (UTF-8, UTF-16 with a byte order mark, or DER)
 */
export function readKeys(input: string | Uint8Array, crypto: Crypto, options: ReadKeysOptions = {}): KeyReading {
  const place: Place = options.file === undefined ? {} : { file: options.file };
  const bytes = typeof input === 'string' ? bytesOf(input) : input;
  if (bytes.length > MAX_KEY_TEXT) return unreadable(keyProblem('key-text-too-large', '', place));
  if (options.expect === 'secret') return asSecret(bytes, place, options);
  const container = wholeContainer(bytes);
  if (container !== undefined) return asDer(bytes, container, place, crypto, options);
  const text = typeof input === 'string' ? input : textOf(bytes);
  if (text === undefined) return orSecret(bytes, place, options);
  return readText(text, bytes, place, crypto, options);
}

function readText(text: string, bytes: Uint8Array, place: Place, crypto: Crypto, options: ReadKeysOptions): KeyReading {
  const trimmed = text.trim();
  if (trimmed === '') return unreadable(keyProblem('key-text-empty', '', place));
  if (/^(\{|\[\s*[{\]])/.test(trimmed)) return readJsonKeys(trimmed, place, crypto, options.most);
  if (text.includes('-----BEGIN ')) return readPemKeys(text, crypto, options);
  const other = notAKey(trimmed, place);
  if (other !== undefined) return unreadable(other);
  const decoded = trimmed.length < 64 ? undefined : readBase64(trimmed)?.bytes;
  const container = decoded && wholeContainer(decoded);
  if (decoded !== undefined && container !== undefined) {
    const reading = asDer(decoded, container, place, crypto, options);
    const problem = keyProblem('key-without-pem-lines', containerName(container), place);
    return { ...reading, problems: [problem, ...reading.problems] };
  }
  const inner = decoded && textOf(decoded);
  if (inner?.startsWith('-----BEGIN ')) {
    const reading = readPemKeys(inner, crypto, options);
    return { ...reading, problems: [keyProblem('key-base64-of-pem', '', place), ...reading.problems] };
  }
  return orSecret(bytes, place, options);
}

function notAKey(text: string, place: Place): KeyProblem | undefined {
  if (/^<(!doctype|!--|\?xml|[a-z]+[\s>])/i.test(text)) return keyProblem('key-is-html', '', place);
  const ssh = /^(ssh-[a-z0-9]+|ecdsa-sha2-[a-z0-9-]+|sk-ssh-[a-z0-9@.-]+) AAAA/.exec(text)?.[1];
  if (ssh !== undefined) return keyProblem('ssh-public-key', ssh, place);
  if (text.startsWith('---- BEGIN SSH2')) return keyProblem('ssh-public-key', 'SSH2', place);
  if (/^-{1,9} ?BEGIN/.test(text)) return keyProblem('pem-no-block', 'the BEGIN line needs five dashes', place);
  return /^eyJ[\w-]+\.[\w-]*\.[\w-]*$/.test(text) ? keyProblem('key-is-token', '', place) : undefined;
}

/** Bytes that are one key structure from the first to the last. */
function wholeContainer(bytes: Uint8Array): Container | undefined {
  const container = bytes[0] === 0x30 && bytes.length > 32 ? classifyDer(bytes) : undefined;
  return container?.length === bytes.length ? container : undefined;
}

function asDer(
  bytes: Uint8Array,
  container: Container,
  place: Place,
  crypto: Crypto,
  options: ReadKeysOptions,
): KeyReading {
  const refused = refusal(container, place, options);
  if (refused !== undefined) return unreadable(refused);
  const key: Key = containerKey(bytes, container as Loadable, { index: 0, place, path: '' }, crypto);
  return { form: 'der', keys: [key], problems: [] };
}

const orSecret = (bytes: Uint8Array, place: Place, options: ReadKeysOptions): KeyReading =>
  options.expect === 'public'
    ? unreadable(keyProblem('secret-where-key-expected', '', place))
    : asSecret(bytes, place, options);

const asSecret = (bytes: Uint8Array, place: Place, options: ReadKeysOptions): KeyReading => ({
  form: 'secret',
  keys: [secretKey(bytes, options.secretEncoding ?? 'text', place)],
  problems: [],
});
