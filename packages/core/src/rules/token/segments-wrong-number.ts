import { formRule } from './form.ts';
import { rfc } from './rule.ts';

export const segmentsWrongNumber = formRule('segments-wrong-number', [rfc('RFC 7515 §7.1'), rfc('RFC 7516 §7.1')]);
