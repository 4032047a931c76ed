import type { Switches } from '../../versions/index.ts';
import { cookieValue, lookUpHeader, type QueryArguments, readQuery, type SeenRequest } from '../../wire/index.ts';
import type { JwtConfig } from './config.ts';
import type { TokenPlace } from './steps.ts';

/** What stood in a configured place; `true` is a query argument without a value. Texts are byte strings. */
export interface RetrievedToken {
  readonly from: TokenPlace;
  readonly name: string;
  readonly text: string | true;
}

export interface Retrieval {
  /** Distinct tokens; until 3.1 those of the first place that has one, where equal ones count each. */
  readonly tokens: readonly RetrievedToken[];
  /** The list of names that is null, where Lua came to it. */
  readonly nullList?: 'uri_param_names' | 'cookie_names' | 'header_names';
  readonly query: QueryArguments;
  /** Whether the header table was read. */
  readonly readHeaders: boolean;
}

type Lists = Pick<JwtConfig, 'uri_param_names' | 'cookie_names' | 'header_names'>;

/** Group 1 is the rest of the value. Not anchored, and only the first letter may vary. */
const BEARER = /[Bb]earer[\t-\r ]+([^\n]+)/;

/** Every token that the plugin would look at (`retrieve_tokens` of the handler). */
export function retrieveTokens(request: SeenRequest, config: Lists, switches: Switches): Retrieval {
  const query = readQuery(request);
  return switches.readsAllPlaces ? fromAllPlaces(request, config, query) : fromFirstPlace(request, config, query);
}

function fromAllPlaces(request: SeenRequest, config: Lists, query: QueryArguments): Retrieval {
  const tokens: RetrievedToken[] = [];
  const add = (from: TokenPlace, name: string, text: string | true | undefined): void => {
    if (text === undefined || text === '' || tokens.some((token) => token.text === text)) return;
    tokens.push({ from, name, text });
  };
  const base = { tokens, query };
  if (config.uri_param_names === null) return { ...base, nullList: 'uri_param_names', readHeaders: false };
  for (const name of config.uri_param_names) for (const text of query.values.get(name) ?? []) add('query', name, text);
  if (config.cookie_names === null) return { ...base, nullList: 'cookie_names', readHeaders: false };
  for (const name of config.cookie_names) add('cookie', name, cookieValue(request, name));
  if (config.header_names === null) return { ...base, nullList: 'header_names', readHeaders: true };
  for (const name of config.header_names) add('header', name, bearer(request, name));
  return { ...base, readHeaders: true };
}

function fromFirstPlace(request: SeenRequest, config: Lists, query: QueryArguments): Retrieval {
  const none = { tokens: [], query };
  if (config.uri_param_names === null) return { ...none, nullList: 'uri_param_names', readHeaders: false };
  for (const name of config.uri_param_names) {
    const values = query.values.get(name);
    if (values === undefined) continue;
    const tokens = values.map((text) => ({ from: 'query' as const, name, text }));
    return { tokens, query, readHeaders: false };
  }
  if (config.cookie_names === null) return { ...none, nullList: 'cookie_names', readHeaders: false };
  for (const name of config.cookie_names) {
    const text = cookieValue(request, name);
    if (text !== undefined && text !== '')
      return { ...none, tokens: [{ from: 'cookie', name, text }], readHeaders: false };
  }
  if (config.header_names === null) return { ...none, nullList: 'header_names', readHeaders: true };
  for (const name of config.header_names) {
    const text = bearer(request, name);
    if (text !== undefined) return { ...none, tokens: [{ from: 'header', name, text }], readHeaders: true };
  }
  return { ...none, readHeaders: true };
}

/** Of repeated lines only the first counts, even if it holds no token. */
function bearer(request: SeenRequest, name: string): string | undefined {
  return BEARER.exec(lookUpHeader(request, name)[0] ?? '')?.[1];
}
