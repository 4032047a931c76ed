import { AKP_ALGORITHMS, EC_CURVES, OID, OKP_CURVES } from './curves.ts';
import { children, content, oidText, readTlv, TAG, type Tlv } from './der.ts';
import type { KeyForm } from './model.ts';

export type ContainerForm = Exclude<KeyForm, 'jwk' | 'secret'> | 'encrypted' | 'request';

export interface Container {
  readonly form: ContainerForm;
  /** Of SPKI and PKCS#8: the key's algorithm and, for EC, its curve. */
  readonly algorithm?: string;
  readonly curve?: string;
  /** Octets that the structure takes; less than the input where something follows. */
  readonly length: number;
}

/** Which key structure these bytes are, by form alone (RFC 5280, 8017, 5958, 5915, 2986). */
export function classifyDer(bytes: Uint8Array): Container | undefined {
  const outer = readTlv(bytes, 0);
  if (outer?.tag !== TAG.sequence) return undefined;
  const parts = children(bytes, outer);
  const form = formOf(bytes, parts);
  if (form === undefined) return undefined;
  const identifier = form === 'spki' ? parts[0] : form === 'pkcs8' ? parts[1] : undefined;
  return { form, length: outer.to, ...(identifier !== undefined && algorithmOf(bytes, identifier)) };
}

function formOf(bytes: Uint8Array, parts: readonly Tlv[]): ContainerForm | undefined {
  const tags = parts.map((part) => part.tag);
  const [a, b, c] = tags;
  if (a === TAG.sequence && b === TAG.bitString && tags.length === 2) return 'spki';
  if (a === TAG.sequence && b === TAG.octetString && tags.length === 2) return 'encrypted';
  if (a === TAG.sequence && b === TAG.sequence && c === TAG.bitString) return signedForm(bytes, parts);
  if (a === TAG.integer && b === TAG.sequence && c === TAG.octetString) return 'pkcs8';
  if (a === TAG.integer && b === TAG.octetString) return 'sec1';
  if (tags.length === 2 && tags.every((tag) => tag === TAG.integer)) return 'pkcs1';
  return tags.length >= 9 && tags.every((tag) => tag === TAG.integer) ? 'pkcs1-private' : undefined;
}

/** A certificate's body holds the validity as its fourth or fifth member, a request's ends with attributes `[0]`. */
function signedForm(bytes: Uint8Array, parts: readonly Tlv[]): ContainerForm | undefined {
  const body = parts[0] && children(bytes, parts[0]);
  if (body === undefined) return undefined;
  return body.length <= 4 && body[0]?.tag === TAG.integer ? 'request' : 'x509';
}

function algorithmOf(bytes: Uint8Array, identifier: Tlv): { algorithm?: string; curve?: string } {
  const [algorithm, parameter] = children(bytes, identifier);
  if (algorithm?.tag !== TAG.oid) return {};
  const curve = parameter?.tag === TAG.oid ? oidText(content(bytes, parameter)) : undefined;
  return { algorithm: oidText(content(bytes, algorithm)), ...(curve !== undefined && { curve }) };
}

/** A name for people: `an RSA key`, `an EC key on P-256`, or the bare OID. */
export function containerName(container: Container): string {
  const { algorithm, curve } = container;
  if (algorithm === OID.rsa || container.form.startsWith('pkcs1')) return 'an RSA key';
  if (algorithm === OID.rsaPss) return 'an RSA-PSS key';
  if (algorithm === OID.ec) return `an EC key on ${EC_CURVES.find(({ oid }) => oid === curve)?.name ?? curve ?? '?'}`;
  const row = [...OKP_CURVES, ...AKP_ALGORITHMS].find(({ oid }) => oid === algorithm);
  if (row !== undefined) return `an ${row.name} key`;
  if (container.form === 'x509') return 'a certificate';
  return algorithm === undefined ? 'a private key' : `a key of algorithm ${algorithm}`;
}
