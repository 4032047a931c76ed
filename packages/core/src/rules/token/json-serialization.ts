import { formRule } from './form.ts';
import { rfc } from './rule.ts';

export const jsonSerialization = formRule('json-serialization', [rfc('RFC 7519 §3'), rfc('RFC 7515 §7.2')]);
