import { formRule } from './form.ts';
import { rfc } from './rule.ts';

export const base64Padding = formRule('base64-padding', [rfc('RFC 7515 §2'), rfc('RFC 7515 §5.2')]);
