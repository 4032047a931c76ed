import { formRule } from './form.ts';
import { rfc } from './rule.ts';

export const jsonTooManyMembers = formRule('json-too-many-members', [rfc('RFC 8259 §9')]);
