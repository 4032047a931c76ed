import { remarkRule } from './form.ts';
import { rfc } from './rule.ts';

export const invisibleCharacters = remarkRule('invisible-characters', 'warning', [rfc('RFC 8725 §3.10')]);
