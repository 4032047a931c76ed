import type { Key, KeyReading } from '../keys/index.ts';
import { type Block, bad, dim, good, type Line, line, value, warn } from '../report/index.ts';
import { isForSignatures } from '../rules/index.ts';

const SHOWN = 40;

/** One row a key: what it is, whether it can be used, and what is wrong with it. */
export function keyTable({ keys }: KeyReading): readonly Block[] {
  if (keys.length === 0) return [];
  const rows = keys
    .slice(0, SHOWN)
    .map((key): readonly Line[] => [
      line`${key.usable === 'yes' ? good('ok') : key.usable === 'no' ? bad('no') : warn('?')}`,
      line`${key.kid === undefined ? dim('no kid') : value(cut(key.kid))}`,
      line`${[key.alg, key.curve ?? key.kty ?? key.ktyText].filter((part) => part !== undefined).join(' ')}`,
      line`${remarkOf(key)}`,
    ]);
  const table: Block = { kind: 'table', head: ['', 'kid', 'key', ''], rows };
  const left = keys.length - rows.length;
  return left <= 0 ? [table] : [table, { kind: 'text', lines: [line`${dim(`${left} more keys are not shown`)}`] }];
}

const cut = (text: string): string => (text.length <= 48 ? text : `${text.slice(0, 47)}…`);

function remarkOf(key: Key): string {
  const fatal = key.problems.find((problem) => problem.fatal);
  if (fatal !== undefined) return fatal.message;
  return isForSignatures(key) ? '' : 'not for signatures';
}
