import { MESSAGES, type Message } from '../tables/messages/index.ts';
import { plainOf } from './plain.ts';

const ENOUGH = 0.4;
const MOST = 3;

/** The messages that a text is most like, the likest first: it may be misspelt, or told from memory. */
export function nearMessages(text: string): readonly Message[] {
  const wanted = trigrams(plainOf(text));
  return MESSAGES.map((message) => ({ message, likeness: dice(wanted, trigrams(plainOf(message.text))) }))
    .filter(({ likeness }) => likeness >= ENOUGH)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, MOST)
    .map(({ message }) => message);
}

const trigrams = (text: string): ReadonlySet<string> => {
  const padded = `  ${text} `;
  return new Set(Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3)));
};

/** Sørensen's coefficient: 1 for the same, 0 for nothing in common. */
function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const one of a) if (b.has(one)) shared += 1;
  return (2 * shared) / (a.size + b.size);
}
