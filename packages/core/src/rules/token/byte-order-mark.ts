import { formRule } from './form.ts';
import { rfc } from './rule.ts';

export const byteOrderMark = formRule('byte-order-mark', [rfc('RFC 8259 §8.1')]);
