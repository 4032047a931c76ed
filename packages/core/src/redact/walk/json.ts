import { KEPT_CLAIMS } from '../claims.ts';
import { HIDDEN, type Known, REDACTED } from '../model.ts';
import { replace } from '../replace.ts';
import { findersFor } from './text.ts';

const SECRET_MEMBERS: ReadonlySet<string> = new Set([
  'secret',
  'client_secret',
  'password',
  'passphrase',
  'private_key',
  'rsa_private_key',
  'session_secret',
  'access_token',
  'id_token',
  'refresh_token',
  'authorization',
  'proxy-authorization',
  'cookie',
  'set-cookie',
  'x-api-key',
  'apikey',
]);

/** Private members of a JWK (RFC 7518 §6). */
const JWK_PRIVATE: ReadonlySet<string> = new Set(['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k', 'priv']);

/** Members whose value is a claims set or a header: an object, or a list of named members; and a token's parts. */
const CLAIM_SETS: ReadonlySet<string> = new Set(['claims', 'payload', 'header', 'protected', 'unprotected', 'parts']);

/** Members of a claim in a list that hold its value. */
const VALUE_MEMBERS: ReadonlySet<string> = new Set(['value', 'found', 'raw', 'text', 'literal', 'shown']);

type Mode = 'plain' | 'claims' | 'listed' | 'hide';

/**
 * The same value without tokens, secrets and personal values; kept claims stay. Values nested
 * deeper than `depth` levels are left out whole: what nobody reads need not be shared.
 */
export function redactJson(value: unknown, known: Known = {}, depth = 64): unknown {
  const find = findersFor(known).raw;
  const text = (one: string): string => replace(one, find(one));
  const walk = (given: unknown, mode: Mode, left: number): unknown => {
    const one = hasToJson(given) ? given.toJSON() : given;
    if (typeof one === 'object' && one !== null) {
      if (left === 0) return REDACTED;
      return Array.isArray(one) ? walkArray(one, mode, left) : walkObject(one, mode, left);
    }
    if (mode === 'hide' && one !== undefined) return HIDDEN;
    return typeof one === 'string' ? text(one) : one;
  };
  const walkArray = (items: readonly unknown[], mode: Mode, left: number): unknown => {
    // A header line as a pair of name and value.
    if (items.length === 2 && isSecretName(items[0])) return [items[0], REDACTED];
    return items.map((item) => walk(item, mode === 'claims' ? 'listed' : mode, left - 1));
  };
  const walkObject = (one: object, mode: Mode, left: number): unknown => {
    const isJwk = 'kty' in one;
    const named = nameOf(one);
    const members = Object.entries(one).map(([name, member]) => {
      if (isSecretMember(name, named, member)) return [name, REDACTED];
      if (isJwk && JWK_PRIVATE.has(name)) return [name, REDACTED];
      return [mode === 'hide' ? name : text(name), walk(member, modeOf(name, mode, named), left - 1)];
    });
    return Object.fromEntries(members);
  };
  return walk(value, 'plain', depth);
}

const isSecretName = (name: unknown): boolean => typeof name === 'string' && SECRET_MEMBERS.has(name.toLowerCase());

function isSecretMember(name: string, named: string | undefined, member: unknown): boolean {
  const isLeaf = member !== undefined && member !== null && typeof member !== 'object';
  return isLeaf && (isSecretName(name) || (name === 'value' && isSecretName(named)));
}

function modeOf(name: string, mode: Mode, named: string | undefined): Mode {
  if (mode === 'hide') return 'hide';
  if (mode === 'listed') return VALUE_MEMBERS.has(name) && !KEPT_CLAIMS.has(named ?? '') ? 'hide' : 'plain';
  if (mode === 'claims') return KEPT_CLAIMS.has(name) ? 'plain' : 'hide';
  return CLAIM_SETS.has(name) ? 'claims' : 'plain';
}

/** `{name: 'sub', value: …}`: one claim, header or parameter of a list. */
const nameOf = (one: object): string | undefined =>
  'name' in one && typeof one.name === 'string' ? one.name : undefined;

function hasToJson(value: unknown): value is { toJSON(): unknown } {
  return typeof value === 'object' && value !== null && 'toJSON' in value && typeof value.toJSON === 'function';
}
