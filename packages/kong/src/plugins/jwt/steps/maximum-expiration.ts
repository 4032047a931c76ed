import { unknownIn } from '../../unknown-values.ts';
import { coerce } from '../lua-number.ts';
import { type Indexed, index, luaType } from '../lua-value.ts';
import { crash, pass, type StepCheck, unknown } from '../state.ts';
import { claimValue } from './registered-claims.ts';

/** J61: `exp` lies no further ahead than `maximum_expiration`, whether or not `exp` itself is checked. */
export const maximumExpiration: StepCheck = ({ claims, config, exchange, plugin }) => {
  const maximum = config.maximum_expiration;
  if (claims === undefined || maximum === null) return undefined;
  const { now } = exchange;
  const exp = index(claims, 'exp');
  const names = unknownIn([maximum]);
  if (names.length > 0) return unknown('J61', { exp: claimValue(exp), now, maximum: 0 }, names);
  if (maximum <= 0) return undefined;
  const data = { exp: claimValue(exp), now, maximum };
  const at = () => plugin.place('config.maximum_expiration');
  const found = typeof data.exp === 'object' ? data.exp.type : String(data.exp);
  const where = { found, wanted: `at most ${now + maximum}`, at };
  const seconds = asNumber(exp);
  if (seconds === undefined && exp !== undefined) {
    const text = `attempt to perform arithmetic on local 'exp' (a ${luaType(exp)} value)`;
    return crash('J61', data, 'exp', text, { at });
  }
  if (seconds !== undefined && !(seconds - now > maximum)) return pass('J61', data, where);
  const members = [['exp', 'exceeds maximum allowed expiration']] as const;
  return {
    step: 'J61',
    outcome: 'fail',
    data,
    refusal: { kind: 'unauthorized', members, challenge: 'error' },
    ...where,
  };
};

/** Lua makes a number of a text that reads as one. */
function asNumber(value: Indexed): number | undefined {
  if (typeof value === 'number') return value;
  return typeof value === 'string' ? coerce(value) : undefined;
}
