import { formRule } from './form.ts';
import { rfc } from './rule.ts';

export const notJson = formRule('not-json', [rfc('RFC 7519 §7.2'), rfc('RFC 8259 §2')]);
