import { formRule } from './form.ts';
import { rfc } from './rule.ts';

export const base64NotCanonical = formRule('base64-not-canonical', [rfc('RFC 4648 §3.5'), rfc('RFC 7515 §5.2')]);
