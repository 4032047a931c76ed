import type { Place, Problem } from '../facts/index.ts';
import type { Json } from '../json/index.ts';
import type { PartName } from './model.ts';
import { nameCharacter, problem, theText } from './problems.ts';

/** C0 with DEL, and C1: they drive terminals and break log lines. */
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/u;
/** Zero-width and bidirectional controls, soft hyphen, separators, tags: they hide or reorder text. */
const INVISIBLE = /[\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/u;
/** What a rule is told at most about one part. */
const MAX_REMARKS = 20;

/** Members whose names or strings hold characters that aim at the screen. */
export function characterRemarks(part: PartName, value: Json, place: Place): readonly Problem[] {
  const remarks: Problem[] = [];
  const look = (text: string, path: string): void => {
    if (remarks.length >= MAX_REMARKS) return;
    const control = CONTROL.exec(text)?.[0];
    const invisible = INVISIBLE.exec(text)?.[0];
    const where = path === '' ? '' : ` in “${path}”`;
    if (control !== undefined) {
      const message = `${theText(part)} holds ${nameCharacter(control)}${where}`;
      remarks.push(problem('claims-control-characters', message, place));
    }
    if (invisible !== undefined) {
      const message = `${theText(part)} holds the invisible character ${nameCharacter(invisible)}${where}`;
      remarks.push(problem('invisible-characters', message, place));
    }
  };
  const walk = (inner: Json, path: string): void => {
    if (typeof inner === 'string') look(inner, path);
    else if (Array.isArray(inner)) for (const element of inner) walk(element as Json, path);
    else if (typeof inner === 'object' && inner !== null) {
      for (const [name, below] of Object.entries(inner)) {
        const spelled = path === '' ? printable(name) : `${path}.${printable(name)}`;
        look(name, spelled);
        walk(below as Json, spelled);
      }
    }
  };
  walk(value, '');
  return remarks;
}

/** Only for names in messages; printers make the rest safe. */
function printable(name: string): string {
  const short = name.length > 40 ? `${name.slice(0, 40)}…` : name;
  return [...short].map((c) => (CONTROL.test(c) || INVISIBLE.test(c) ? nameCharacter(c) : c)).join('');
}
