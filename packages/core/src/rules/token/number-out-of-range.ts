import { remarkRule } from './form.ts';
import { rfc } from './rule.ts';

export const numberOutOfRange = remarkRule('number-out-of-range', 'warning', [rfc('RFC 8259 §6')]);
