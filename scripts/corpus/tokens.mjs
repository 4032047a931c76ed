// Sample tokens of third parties: whether each verifies with a key that is published with it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readKeys } from '@why401/core/keys';
import { judgeToken } from '@why401/core/verdict';

/**
 * Right signatures that the strict reading refuses, each proven by a diagnosis: padding in a segment; a kid that
 * no key has; RSA keys of 1024 bits.
 */
const PROVEN = new Set(['token-reencoded', 'signed-with-other-key', 'key-other-kid']);

function keysOf(file, row) {
  const given = [...(row.keys ?? []), ...(file.keys ?? [])].map(({ format, value }) => ({
    text: typeof value === 'string' ? value : JSON.stringify(value),
    encoding: format === 'secret' ? 'text' : format === 'secret-base64url' ? 'base64url' : 'key',
  }));
  const sets = (row.jwks_index ?? []).map((set) => ({ text: JSON.stringify(file.jwks_sets?.[set]), encoding: 'key' }));
  const secrets = row.hmac_secret === undefined ? [] : [{ text: row.hmac_secret, encoding: 'text' }];
  return [...secrets, ...given, ...sets];
}

/** `true`, `false`, or `undefined` where this runtime cannot compute it. */
function verifies(token, keys, crypto, now) {
  let isUndecided = false;
  for (const { text, encoding } of keys) {
    const options = encoding === 'key' ? {} : { expect: 'secret', secretEncoding: encoding };
    const reading = readKeys(text, crypto, options);
    const request = { keys: reading.keys, policy: {}, now, leeway: 0, issuers: undefined, audiences: undefined };
    const { outcome, reason, diagnoses } = judgeToken(token, request, crypto).signature;
    if (outcome === 'valid' || diagnoses.some(({ id }) => PROVEN.has(id))) return true;
    if (reason === 'runtime-lacks-algorithm') isUndecided = true;
  }
  return isUndecided ? undefined : false;
}

export function tokensAgreement(root, crypto, now) {
  const folder = join(root, 'tokens');
  const result = { tokens: 0, judged: 0, expected: 0, found: 0, missed: [], undecided: 0 };
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.json') && one !== 'index.json')) {
    const file = JSON.parse(readFileSync(join(folder, name), 'utf8'));
    for (const [index, row] of (file.tokens ?? []).entries()) {
      if (typeof row.token !== 'string') continue;
      result.tokens++;
      const said = row.signature_verifies ?? row.signature_verifies_with_a_published_key ?? undefined;
      const own = verifies(row.token, keysOf(file, row), crypto, now);
      result.judged++;
      if (said === undefined) continue;
      if (own === undefined) {
        result.undecided++;
        continue;
      }
      result.expected++;
      if (own === said) result.found++;
      else result.missed.push(`${name} ${row.name ?? index}: ${own}, the list says ${said}`);
    }
  }
  return result;
}
