import { remarkRule } from './form.ts';
import { rfc } from './rule.ts';

export const claimsControlCharacters = remarkRule('claims-control-characters', 'warning', [
  rfc('RFC 8259 §7'),
  rfc('RFC 8725 §3.10'),
]);
