import type { Outcome, Problem } from '../facts/index.ts';
import { isObject, type JsonObject, member, parseJson, typeName } from '../json/index.ts';
import type { Fetched, FetchedDocument } from '../ports/index.ts';

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
    return unknown(problem === undefined ? NO_ANSWER : refusal(problem, document));
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

/** Of this endpoint 401 means our credentials, not that something stands before it; other refusals say why (RFC 6749 §5.2). */
function refusal(problem: Problem, document: FetchedDocument | undefined): Problem {
  const said = errorOf(document);
  if (problem.code === 'http-unauthorized')
    return {
      code: 'introspection-client-refused',
      message: `The endpoint does not take these client credentials (401${said === undefined ? '' : `, ${said}`}).`,
      hint: 'Check id and secret, and that this client may introspect.',
    };
  if (said === undefined) return problem;
  return {
    code: 'introspection-refused',
    message: `The endpoint refuses the question (${document?.status}): ${said}.`,
    hint: 'Some providers introspect opaque tokens alone: a JWT is checked by its signature there.',
  };
}

const LONGEST_SAID = 200;

/** `invalid_request: structured access tokens cannot be introspected` */
function errorOf(document: FetchedDocument | undefined): string | undefined {
  const value = document && parseJson(new TextDecoder().decode(document.bytes));
  if (!isObject(value)) return undefined;
  const texts = ['error', 'error_description']
    .map((name) => member(value, name))
    .filter((one) => typeof one === 'string');
  return texts.length === 0 ? undefined : texts.join(': ').slice(0, LONGEST_SAID);
}
