import type { Finding, Severity } from '../facts/index.ts';
import type { Key, KeyProblem, KeyReading } from '../keys/index.ts';
import { ALGORITHMS, type SignatureVerdict } from '../signature/index.ts';

/** What was found about a key; `id` of the finding is the code of the problem. */
export interface KeyFindingData {
  readonly message: string;
  readonly hint: string | undefined;
  /** Which key; undefined for the key text as a whole. */
  readonly key: { readonly index: number; readonly kid: string | undefined; readonly path: string } | undefined;
}

/** Worth knowing, and no reason to worry. */
const MERE_NOTES: ReadonlySet<string> = new Set(['key-in-certificate', 'jwks-bare-array', 'pem-label-differs']);

/**
 * Findings about the keys that took part. A key that was no candidate for this token is the key
 * set's business: of those, only what concerns everybody who can read the file is told.
 */
export function keyFindings(reading: KeyReading, verdict: SignatureVerdict): readonly Finding<KeyFindingData>[] {
  const concerned = new Set<Key>(verdict.key === undefined ? [] : [verdict.key]);
  if (verdict.key === undefined) {
    for (const { key, kept, reason } of verdict.candidates) if (kept || reason === 'unusable') concerned.add(key);
  }
  return [
    ...reading.problems.map((problem) => finding(problem, undefined)),
    ...reading.keys.flatMap((key) => {
      const told = concerned.has(key)
        ? key.problems
        : key.problems.filter(({ code }) => code === 'private-key-material');
      return told.map((problem) => finding(problem, key));
    }),
    ...shortForAlgorithm(verdict),
  ];
}

function finding(problem: KeyProblem, key: Key | undefined): Finding<KeyFindingData> {
  const { code, message, hint, basis, place } = problem;
  const severity: Severity = MERE_NOTES.has(code) ? 'info' : 'warning';
  return {
    id: code,
    severity,
    data: { message, hint, key: key && { index: key.index, kid: key.kid, path: key.source.path } },
    basis: [basis],
    ...(place !== undefined && { place }),
  };
}

/** Long enough for HS256, and shorter than the hash of the algorithm in use (RFC 7518 §3.2). */
function shortForAlgorithm({ key, algorithm }: SignatureVerdict): readonly Finding<KeyFindingData>[] {
  const row = ALGORITHMS.get(algorithm ?? '');
  if (row?.kty !== 'oct' || key?.material?.kind !== 'secret') return [];
  const { length } = key.material.secret;
  if (length >= row.octets || key.problems.some(({ code }) => code === 'hmac-key-short' || code === 'hmac-key-empty')) {
    return [];
  }
  const message = `The secret has ${length} bytes; ${row.name} wants at least ${row.octets}.`;
  const place = { index: key.index, kid: key.kid, path: key.source.path };
  return [
    {
      id: 'hmac-key-short',
      severity: 'warning',
      data: { message, hint: `openssl rand -base64 ${row.octets}`, key: place },
      basis: [row.basis],
    },
  ];
}
