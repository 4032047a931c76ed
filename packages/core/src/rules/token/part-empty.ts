import { formRule } from './form.ts';
import { rfc } from './rule.ts';

export const partEmpty = formRule('part-empty', [rfc('RFC 7515 §7.1'), rfc('RFC 7516 §5.2')]);
