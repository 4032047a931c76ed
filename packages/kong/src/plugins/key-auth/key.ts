import { fromBytes, lookUpHeader, readQuery } from '../../wire/index.ts';
import { type BodyFields, readBody } from '../body.ts';
import { crash } from '../crash.ts';
import { failed, notKnown, passed, type StepResult } from '../pipeline.ts';
import type { KeyPlace } from '../steps.ts';
import { unknownIn } from '../unknown-values.ts';
import { hideKey } from './hide.ts';
import { type KeyAuthState, unauthorized } from './state.ts';

/** The first configured name that holds a text ends the search, an empty one too. */
export function key(state: KeyAuthState): StepResult | undefined {
  const { config, exchange, plugin } = state;
  const { realm: _, anonymous: __, ...looked } = config;
  const unknown = unknownIn(Object.values(looked));
  const places = placesOf(state);
  const data = { names: config.key_names.map(fromBytes), places };
  if (unknown.length > 0) return notKnown('key-auth-key', data, unknown);
  const found = find(state);
  if (found !== undefined && found.values.length !== 1) {
    const { from, name } = found;
    const refusal = unauthorized(state, 'Duplicate API key found');
    return failed('key-auth-duplicate', { from, name: fromBytes(name) }, refusal, { at: () => plugin.place() });
  }
  const value = found?.values[0] ?? '';
  const error =
    found !== undefined && config.hide_credentials ? hideKey(exchange, found.name, config.key_in_body) : undefined;
  if (error !== undefined) return crash(state, error);
  if (value === '') {
    if (!exchange.release.switches.keyAuthChallenges) exchange.response.set('www-authenticate', 'Key realm="kong"');
    const refusal = unauthorized(state, 'No API key found in request');
    return failed('key-auth-key', data, refusal, { at: () => plugin.place('config.key_names') });
  }
  state.key = value;
  const where = found === undefined ? undefined : { from: found.from, name: fromBytes(found.name) };
  return passed('key-auth-key', where === undefined ? data : { ...data, found: where });
}

const placesOf = ({ config }: KeyAuthState): KeyPlace[] => [
  ...(config.key_in_header ? (['header'] as const) : []),
  ...(config.key_in_query ? (['query'] as const) : []),
  ...(config.key_in_body ? (['body'] as const) : []),
];

interface Candidate {
  readonly from: KeyPlace;
  readonly name: string;
  readonly values: readonly string[];
}

function find({ config, exchange }: KeyAuthState): Candidate | undefined {
  const query = readQuery(exchange.request).values;
  let body: BodyFields | undefined;
  for (const name of config.key_names) {
    if (config.key_in_header) {
      const values = lookUpHeader(exchange.request, name);
      if (values.length > 0) return { from: 'header', name, values };
    }
    const [first, ...others] = config.key_in_query ? (query.get(name) ?? []) : [];
    // One without a value is `true`, which is neither a text nor a list; it keeps the body from being read.
    if (first !== undefined && (others.length > 0 || first !== true))
      return { from: 'query', name, values: [first, ...others].map(String) };
    if (first !== undefined || !config.key_in_body) continue;
    body ??= readBody(exchange);
    const values = body.fields.get(name);
    if (values !== undefined && values !== 'other') return { from: 'body', name, values };
  }
  return undefined;
}
