import { formRule } from './form.ts';
import { rfc } from './rule.ts';

export const tokenOversized = formRule('token-oversized', [rfc('RFC 8725 §3.11')]);
