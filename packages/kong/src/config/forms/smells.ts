import type { Problem } from '@why401/core';
import type { Smell, Source } from '../text/index.ts';

/** What is said of a smell, and what to do. `%` stands for its name. */
const WORDS: Readonly<Record<Smell['code'], readonly [message: string, hint: string]>> = {
  'yaml-duplicate-key': ['the key % is given twice; the last one counts', 'delete one of the two'],
  'yaml-merge-key': ['a merge key (<<) is used; YAML 1.2 readers ignore it', 'write the fields out'],
  'yaml-unknown-tag': ['the tag % means nothing to Kong, which reads the value as if it were not there', 'delete it'],
  'yaml-several-documents': ['a second document begins here; Kong reads only the first', 'put both into one document'],
};

/** So many of one kind are told, each at its place. */
const MOST = 100;

export function smellProblems(source: Source, smells: readonly Smell[]): readonly Problem[] {
  const told = new Map<string, number>();
  const out: Problem[] = [];
  for (const { code, at, name } of smells) {
    const count = (told.get(code) ?? 0) + 1;
    told.set(code, count);
    if (count > MOST) continue;
    const [message, hint] = WORDS[code];
    out.push({ code, message: message.replace('%', name), place: source.placeAt(at), hint });
  }
  return out;
}
