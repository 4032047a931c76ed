import type { Problem } from '../facts/index.ts';
import type { OpaqueLook, OpaqueToken, Remains } from './model.ts';
import { readJsonPart } from './part.ts';
import { NO_PROBLEMS, problem, range } from './problems.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const PASETO = /^v[1-4]\.(?:local|public)\./;
/** `sk_live_…`, `ghp_…`, `xoxb-…`, `glpat-…`, `AKIA…`, `AIza…`, `ya29.…`, `kpat_…`. */
const PREFIXED = /^(?:[a-z]{2,10}[_-]|AKIA|AIza|ya29\.|gh[a-z]_)[A-Za-z0-9]/;
const HEX = /^[0-9a-f]{16,}$/i;
const BASE64 = /^[A-Za-z0-9+/_-]{16,}={0,2}$/;
/** Longer texts are judged by their beginning: a look is a hint, not a check. */
const LOOKED_AT = 4096;

/** Everything that is no JOSE object. `problems` are given where it looks like one that was damaged. */
export function opaque(text: string, problems: readonly Problem[] = NO_PROBLEMS): OpaqueToken {
  return { kind: 'opaque', text, look: look(text, problems), problems, remarks: NO_PROBLEMS };
}

function look(text: string, problems: readonly Problem[]): OpaqueLook {
  if (text === '') return 'empty';
  const start = text.slice(0, LOOKED_AT);
  if (PASETO.test(start)) return 'paseto';
  if (problems.length > 0) return 'broken-jwt';
  if (UUID.test(start)) return 'uuid';
  if (HEX.test(start)) return 'hex';
  if (PREFIXED.test(start)) return 'prefixed-key';
  return BASE64.test(start) ? 'base64' : 'unknown';
}

/** A JWT with the wrong number of parts: what is left of it is decoded, so that a person can see whose it was. */
export function damaged(text: string, segments: number | 'more than 5'): OpaqueToken {
  return { ...opaque(text, [wrongNumberOfSegments(text, segments)]), remains: remainsOf(text) };
}

function remainsOf(text: string): Remains {
  const [head = '', body] = text.split('.', 2);
  const header = readJsonPart('header', head, 0);
  const payload = body === undefined ? undefined : readJsonPart('payload', body, head.length + 1);
  const parts = payload === undefined ? [header.part] : [header.part, payload.part];
  return { header: header.object, claims: payload?.object, parts };
}

function wrongNumberOfSegments(text: string, segments: number | 'more than 5'): Problem {
  const message = `it has ${segments === 1 ? 'one part' : `${segments} parts`}; a signed token has three, an encrypted one five`;
  const hint =
    segments === 2
      ? 'The signature is missing: the token was probably cut, or joined without its last part.'
      : undefined;
  return problem('segments-wrong-number', message, range(0, text.length), hint);
}
