import { formRule } from './form.ts';
import { rfc } from './rule.ts';

export const duplicateMember = formRule('duplicate-member', [
  rfc('RFC 7515 §4'),
  rfc('RFC 7519 §4'),
  rfc('RFC 8259 §4'),
]);
