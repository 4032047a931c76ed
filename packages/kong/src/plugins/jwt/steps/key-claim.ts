import { fromBytes } from '../../../wire/index.ts';
import { unknownIn } from '../../unknown-values.ts';
import { daoPrefix } from '../log-lines.ts';
import { type Indexed, index, isIndexable, isTruthy, luaType } from '../lua-value.ts';
import { crash, type JwtState, pass, refuse, type StepCheck, unknown } from '../state.ts';
import type { KeyClaim } from '../steps.ts';

const LONGEST_SHOWN = 1024;

/** J30 to J33: the payload, else the JOSE header, holds a text under the configured name. */
export const keyClaim: StepCheck = (state) => {
  const { decoded, config, plugin } = state;
  if (decoded === undefined) return undefined;
  const { claims } = decoded;
  if (!isIndexable(claims)) {
    const type = luaType(claims);
    return crash('J30', { type }, 'claims', `attempt to index local 'claims' (a ${type} value)`);
  }
  state.claims = claims;
  const name = config.key_claim_name;
  const names = unknownIn([name]);
  if (names.length > 0) return unknown('J31', { claim: null, type: 'nil' }, names);
  const inPayload = index(claims, name);
  const value = isTruthy(inPayload) ? inPayload : inHeader(state, name);
  const source = isTruthy(inPayload) ? 'payload' : 'header';
  const at = () => plugin.place('config.key_claim_name');
  if (!isTruthy(value)) return missing(name, value, at);
  const data = { claim: shownName(name), source, type: luaType(value), ...shown(value) } as const;
  if (value === '') return refuse('J32', data, `Invalid '${name}' in claims`, { at });
  if (typeof value === 'string') {
    state.key = value;
    return pass('J31', data, { found: fromBytes(value) });
  }
  if (typeof value !== 'object' || value === null)
    return crash('J33', data, 'cache_key', 'key must be a string or an entity table', { at });
  const member = index(value, 'key');
  return nodeCache(state, typeof member === 'string' ? { ...data, member: fromBytes(member) } : data);
};

const shownName = (name: string | null): string | null => (name === null ? null : fromBytes(name));

function inHeader({ decoded }: JwtState, name: string | null): Indexed {
  const header = decoded?.header;
  return header !== undefined && isIndexable(header) ? index(header, name) : undefined;
}

function missing(name: string | null, value: Indexed, at: () => ReturnType<JwtState['plugin']['place']>) {
  const data: KeyClaim = { claim: shownName(name), type: luaType(value) };
  if (name !== null) return refuse('J31', data, `No mandatory '${name}' in claims`, { at });
  return crash('J31', data, 'key_claim_name', "attempt to concatenate field 'key_claim_name' (a nil value)", { at });
}

/** J34: the credential is looked up by a table. A cold cache asks the database, which wants a text. */
function nodeCache({ config, exchange }: JwtState, data: KeyClaim & { readonly member?: string }) {
  const line = daoPrefix(exchange.release.version);
  const text = `failed to get from node cache: callback threw an error: ${line}key must be a string`;
  return crash('J34', data, config.anonymous === null ? 'node_cache' : 'node_cache_anonymous', text);
}

function shown(value: Indexed): { readonly value?: string } {
  if (typeof value === 'string') return { value: fromBytes(value.slice(0, LONGEST_SHOWN)) };
  return typeof value === 'number' || typeof value === 'boolean' ? { value: String(value) } : {};
}
