import type { Node } from './model.ts';

const LONGEST = 64;

/** Bytes with which every match of an anchored pattern begins: a necessary condition, never the whole truth. */
export function literalStart(node: Node, unit: (code: number) => string): string {
  return read(node, unit).text.slice(0, LONGEST);
}

/** `open`: nothing is known of what follows the text. */
interface Start {
  readonly text: string;
  readonly open: boolean;
}

const NOTHING: Start = { text: '', open: true };

function read(node: Node, unit: (code: number) => string): Start {
  switch (node.kind) {
    case 'empty':
      return { text: '', open: false };
    case 'assert':
      return { text: '', open: node.what !== 'text-start' };
    case 'char':
      return { text: unit(node.code), open: false };
    case 'group':
    case 'atomic':
      return read(node.of, unit);
    case 'sequence': {
      let text = '';
      for (const one of node.of) {
        const start = read(one, unit);
        text += start.text;
        if (start.open || text.length > LONGEST) return { text, open: true };
      }
      return { text, open: false };
    }
    case 'repeat':
      return node.min > 0 ? { ...read(node.of, unit), open: true } : NOTHING;
    default:
      return NOTHING;
  }
}
