import { formRule } from './form.ts';
import { rfc } from './rule.ts';

export const invalidUtf8 = formRule('invalid-utf8', [rfc('RFC 7515 §5.2'), rfc('RFC 8259 §8.1')]);
