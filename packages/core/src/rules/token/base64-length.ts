import { formRule } from './form.ts';
import { rfc } from './rule.ts';

export const base64Length = formRule('base64-length', [rfc('RFC 4648 §4'), rfc('RFC 7515 §5.2')]);
