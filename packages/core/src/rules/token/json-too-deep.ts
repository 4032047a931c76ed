import { formRule } from './form.ts';
import { rfc } from './rule.ts';

export const jsonTooDeep = formRule('json-too-deep', [rfc('RFC 8259 §9')]);
