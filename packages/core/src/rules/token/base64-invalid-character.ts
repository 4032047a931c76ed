import { formRule } from './form.ts';
import { rfc } from './rule.ts';

export const base64InvalidCharacter = formRule('base64-invalid-character', [rfc('RFC 7515 §2'), rfc('RFC 7515 §5.2')]);
