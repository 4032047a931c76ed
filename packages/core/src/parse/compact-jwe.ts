import type { Problem } from '../facts/index.ts';
import type { JoseHeader, JweToken, Part, PartName } from './model.ts';
import { readJsonPart, readOctetPart } from './part.ts';
import { problem, theText } from './problems.ts';

const OCTET_PARTS: readonly PartName[] = ['encrypted-key', 'iv', 'ciphertext', 'tag'];

/** Five segments (RFC 7516 §7.1). The encrypted key is empty for `dir` and `ECDH-ES`; the others never are. */
export function readCompactJwe(text: string): JweToken {
  const [head = '', ...rest] = text.split('.');
  const header = readJsonPart('header', head, 0);
  const parts: Part[] = [header.part];
  const problems: Problem[] = [...header.part.problems];
  let from = head.length + 1;
  rest.forEach((segment, i) => {
    const name = OCTET_PARTS[i] ?? 'tag';
    const part = readOctetPart(name, segment, from);
    parts.push(part);
    problems.push(...part.problems);
    if (segment === '' && mustNotBeEmpty(name, header.object)) {
      problems.push(problem('part-empty', `${theText(name)} is empty`, part.place));
    }
    from += segment.length + 1;
  });
  return { kind: 'jwe', form: 'compact', text, header: header.object, parts, problems, remarks: header.remarks };
}

function mustNotBeEmpty(name: PartName, header: JoseHeader | undefined): boolean {
  if (name !== 'encrypted-key') return name !== 'ciphertext';
  return header !== undefined && header.alg !== 'dir' && header.alg !== 'ECDH-ES';
}
