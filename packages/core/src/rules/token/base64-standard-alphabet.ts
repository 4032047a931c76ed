import { formRule } from './form.ts';
import { rfc } from './rule.ts';

export const base64StandardAlphabet = formRule('base64-standard-alphabet', [rfc('RFC 7515 §2'), rfc('RFC 4648 §5')]);
