import { decodeLenient } from '../encoding/index.ts';
import type { Outcome, Problem, Read } from '../facts/index.ts';
import { isObject, type Json, type JsonObject, parseJson } from '../json/index.ts';
import type {
  Fetched,
  FetchedDocument,
  FetchStage,
  FetchStageName,
  PeerCertificate,
  TlsFacts,
} from '../ports/index.ts';
import type { DocumentRole, IssuerEvidence } from './model.ts';
import { EVIDENCE_VERSION } from './write.ts';

/** Members of an evidence file, at all levels together. */
const MAX_EVIDENCE_MEMBERS = 20_000;

/** Reads what `evidenceText` wrote. Problems: `evidence-unreadable`, `evidence-version`. */
export function readEvidence(bytes: Uint8Array): Read<IssuerEvidence> {
  const value = parseJson(new TextDecoder().decode(bytes), { members: MAX_EVIDENCE_MEMBERS });
  if (!isObject(value) || value.why401Evidence === undefined)
    return no('evidence-unreadable', 'This is no evidence file.', 'Write one: why401 issuer URL --save FILE');
  if (value.why401Evidence !== EVIDENCE_VERSION)
    return no(
      'evidence-version',
      `The evidence file is of version ${String(value.why401Evidence).slice(0, 20)}, and ${EVIDENCE_VERSION} is known here.`,
      'Use the why401 that wrote it, or write it anew.',
    );
  return {
    ok: true,
    value: {
      issuer: text(value.issuer) ?? '',
      documents: list(value.documents).flatMap((document) => {
        const role = ROLES.find((name) => name === document.role);
        return role === undefined || !isObject(document.fetched)
          ? []
          : [{ role, fetched: fetchedOf(document.fetched) }];
      }),
      missing: list(value.missing).map(problemOf),
    },
  };
}

const ROLES: readonly DocumentRole[] = ['openid-configuration', 'oauth-authorization-server', 'jwks'];
const STAGES: readonly FetchStageName[] = ['url', 'proxy', 'dns', 'tcp', 'tls', 'http', 'body'];
const OUTCOMES: readonly Outcome[] = ['pass', 'fail', 'not-applicable', 'unknown'];

const no = (code: string, message: string, hint: string): Read<never> => ({
  ok: false,
  problem: { code, message, hint },
});
const text = (value: Json | undefined): string | undefined => (typeof value === 'string' ? value : undefined);
const number = (value: Json | undefined): number => (typeof value === 'number' ? value : Number.NaN);
const list = (value: Json | undefined): readonly JsonObject[] => (Array.isArray(value) ? value.filter(isObject) : []);
const texts = (value: Json | undefined): readonly string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];

function fetchedOf(value: JsonObject): Fetched {
  const stages = list(value.stages).flatMap(stageOf);
  const { address, document, problem, tls } = value;
  const stage = isObject(problem) ? STAGES.find((name) => name === problem.stage) : undefined;
  return {
    url: text(value.url) ?? '',
    startedAt: number(value.startedAt),
    endedAt: number(value.endedAt),
    stages,
    attempts: number(value.attempts),
    ...(isObject(address) && {
      address: {
        ip: text(address.ip) ?? '',
        port: number(address.port),
        via: address.via === 'proxy' ? ('proxy' as const) : ('direct' as const),
      },
    }),
    ...(isObject(tls) && { tls: tlsOf(tls) }),
    ...(isObject(document) && { document: documentOf(document) }),
    ...(isObject(problem) && stage !== undefined && { problem: { ...problemOf(problem), stage } }),
  };
}

function stageOf(value: JsonObject): readonly FetchStage[] {
  const name = STAGES.find((one) => one === value.name);
  const detail = text(value.detail);
  if (name === undefined) return [];
  return [
    {
      name,
      // What is not known to have passed has not.
      outcome: OUTCOMES.find((one) => one === value.outcome) ?? 'unknown',
      ms: number(value.ms),
      ...(detail !== undefined && { detail }),
      ...(isObject(value.problem) && { problem: problemOf(value.problem) }),
    },
  ];
}

function problemOf(value: JsonObject): Problem {
  const hint = text(value.hint);
  return {
    code: text(value.code) ?? 'unknown',
    message: text(value.message) ?? '',
    ...(hint !== undefined && { hint }),
  };
}

const tlsOf = (value: JsonObject): TlsFacts => ({
  version: text(value.version),
  cipher: text(value.cipher),
  chain: list(value.chain).map(certificateOf),
});

const certificateOf = (value: JsonObject): PeerCertificate => ({
  subject: text(value.subject) ?? '',
  issuer: text(value.issuer) ?? '',
  names: texts(value.names),
  notBefore: number(value.notBefore),
  notAfter: number(value.notAfter),
  fingerprint: text(value.fingerprint) ?? '',
});

const documentOf = (value: JsonObject): FetchedDocument => ({
  url: text(value.url) ?? '',
  status: number(value.status),
  contentType: text(value.contentType),
  headers: (Array.isArray(value.headers) ? value.headers : []).flatMap((pair) => {
    const [name, said] = texts(pair);
    return name === undefined || said === undefined ? [] : [[name, said] as const];
  }),
  bytes:
    typeof value.base64 === 'string' ? decodeLenient(value.base64) : new TextEncoder().encode(text(value.text) ?? ''),
});
