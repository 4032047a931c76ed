import type { Outcome, Problem } from '../facts/index.ts';
import { isObject, type JsonObject, member, parseJson, typeName } from '../json/index.ts';
import type { Fetched } from '../ports/index.ts';

/** What an introspection endpoint said of a token (RFC 7662 §2.2). */
export interface Introspection {
  /** `pass`: active; `fail`: not; `unknown`: there is no answer that says so. */
  readonly outcome: Outcome;
  /** Members of the answer, where it is one. */
  readonly members: JsonObject | undefined;
  readonly problem?: Problem;
}

export function readIntrospection({ document, problem }: Fetched): Introspection {
  if (problem !== undefined || document === undefined)
    return unknown(problem === undefined ? NO_ANSWER : refusal(problem));
  if (/^application\/(token-introspection\+)?jwt\b/i.test(document.contentType ?? ''))
    return unknown({
      code: 'introspection-is-jwt',
      message: 'The answer is a signed token (RFC 9701), not JSON.',
      hint: 'Ask with a client for which the endpoint answers in JSON.',
    });
  const value = parseJson(new TextDecoder().decode(document.bytes));
  if (!isObject(value))
    return unknown({
      ...NO_ANSWER,
      message: `The answer is ${value === undefined ? 'no JSON' : typeName(value)}, not an object.`,
    });
  const active = member(value, 'active');
  if (typeof active !== 'boolean')
    return unknown({
      ...NO_ANSWER,
      message: `The answer says ${typeName(active)} for active, where true or false has to stand.`,
    });
  return { outcome: active ? 'pass' : 'fail', members: value };
}

const unknown = (problem: Problem): Introspection => ({ outcome: 'unknown', members: undefined, problem });

const NO_ANSWER: Problem = {
  code: 'introspection-unreadable',
  message: 'There is no answer.',
  hint: 'Is this the introspection endpoint? RFC 7662 §2.2 wants a JSON object with active.',
};

/** Of this endpoint 401 means our credentials, not that something stands before it. */
const refusal = (problem: Problem): Problem =>
  problem.code === 'http-unauthorized'
    ? {
        code: 'introspection-client-refused',
        message: 'The endpoint does not take these client credentials (401).',
        hint: 'Check id and secret, and that this client may introspect.',
      }
    : problem;
