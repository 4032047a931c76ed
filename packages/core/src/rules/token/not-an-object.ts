import { formRule } from './form.ts';
import { rfc } from './rule.ts';

export const notAnObject = formRule('not-an-object', [rfc('RFC 7519 §7.2'), rfc('RFC 7515 §4')]);
