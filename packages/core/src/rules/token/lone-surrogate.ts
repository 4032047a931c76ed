import { remarkRule } from './form.ts';
import { rfc } from './rule.ts';

export const loneSurrogate = remarkRule('lone-surrogate', 'warning', [rfc('RFC 8259 §8.2')]);
