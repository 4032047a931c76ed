import type { Problem } from '../../facts/index.ts';
import type { Argument } from './arguments.ts';

export interface CurlBody {
  /** Whether there is one, and so a POST. */
  readonly sends: boolean;
  readonly text: string | undefined;
  /** With `-G` the data go here. */
  readonly query: string | undefined;
  readonly contentType: string | undefined;
  readonly problems: readonly Problem[];
}

/** Data options are joined with `&` in their order; `--json` is joined as it is. */
export function curlBody(arguments_: readonly Argument[]): CurlBody {
  const problems: Problem[] = [];
  let text: string | undefined;
  let contentType: string | undefined;
  const append = (more: string, joint: string): void => {
    text = text === undefined ? more : `${text}${joint}${more}`;
  };
  for (const { effect, value, option } of arguments_) {
    if (effect === 'json') {
      append(fromFile(option, value, problems) ?? value, '');
      contentType = 'application/json';
    } else if (effect === 'data' || effect === 'data-raw' || effect === 'data-urlencode') {
      const literal = effect === 'data' ? fromFile(option, value, problems) : undefined;
      append(literal ?? (effect === 'data-urlencode' ? urlencoded(value) : value), '&');
      contentType ??= 'application/x-www-form-urlencoded';
    } else if (effect === 'form' || effect === 'upload') {
      text ??= '';
      if (effect === 'form') contentType = 'multipart/form-data; boundary=why401';
      const message = `${option} sends a body that the paste does not hold as text`;
      problems.push({ code: 'body-not-in-paste', message });
    }
  }
  const sends = text !== undefined;
  const asQuery = arguments_.some(({ effect }) => effect === 'get' || effect === 'head');
  if (asQuery) return { sends: false, text: undefined, query: text, contentType: undefined, problems };
  return { sends, text, query: undefined, contentType, problems };
}

/** `''` for `@file`: what is in it is not known here. */
function fromFile(option: string, value: string, problems: Problem[]): string | undefined {
  if (!value.startsWith('@')) return undefined;
  problems.push({
    code: 'body-in-a-file',
    message: `${option} sends the file ${value.slice(1)}, which is not in the paste`,
  });
  return '';
}

/** `content`, `=content`, `name=content`. */
function urlencoded(value: string): string {
  const equals = value.indexOf('=');
  const name = equals < 0 ? '' : value.slice(0, equals);
  const encoded = encodeURIComponent(wellFormed(value.slice(equals + 1)));
  return name === '' ? encoded : `${name}=${encoded}`;
}

/** `encodeURIComponent` throws on lone surrogates. */
function wellFormed(text: string): string {
  return text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
}
