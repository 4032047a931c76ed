import { cookieValue, fromBytes, lookUpHeader, readQuery, type SeenRequest } from '../../wire/index.ts';
import type { JwtConfig } from './config.ts';
import type { PassedOver } from './steps.ts';

/** Configured places that hold something without being a token, for the explanation of J10. */
export function passedOver(request: SeenRequest, config: JwtConfig): readonly PassedOver[] {
  const query = readQuery(request).values;
  const arguments_ = (config.uri_param_names ?? [])
    .filter((name) => query.has(name))
    .map((name): PassedOver => ({ from: 'query', name: fromBytes(name), why: 'empty' }));
  const cookies = (config.cookie_names ?? [])
    .filter((name) => cookieValue(request, name) === '')
    .map((name): PassedOver => ({ from: 'cookie', name: fromBytes(name), why: 'empty' }));
  const headers = (config.header_names ?? []).flatMap((name) => header(name, lookUpHeader(request, name)));
  return [...arguments_, ...cookies, ...headers];
}

function header(name: string, values: readonly string[]): PassedOver[] {
  const [first, ...others] = values;
  if (first === undefined) return [];
  const why = others.some((value) => /[Bb]earer[\t-\r ]/.test(value)) ? 'only-the-first-line-counts' : whyNot(first);
  return [{ from: 'header', name: fromBytes(name), why }];
}

function whyNot(value: string): PassedOver['why'] {
  if (value === '') return 'empty';
  return /bearer/i.test(value) ? 'bearer-spelled-otherwise' : 'no-bearer';
}
