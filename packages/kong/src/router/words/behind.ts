import { fromBytes } from '../../wire/index.ts';
import type { Behind, Otherwise } from '../report/index.ts';

type Words = (behind: { readonly own: string; readonly other: string }) => string;

const BEHIND: Readonly<Record<Behind['by'], Words>> = {
  expression: () => 'a Route with an expression comes before every classic one',
  priority: ({ own, other }) => `priority ${own} comes behind ${other}`,
  fields: ({ own, other }) => `${own} attributes come behind ${other}`,
  overflow: ({ own, other }) =>
    `its priority does not overflow (${own} attributes), that of the other does (${other}), and an overflow outranks all`,
  'plain-hosts': () => 'a Route whose hosts are all without a wildcard comes first',
  attributes: () => 'of as many attributes, those of the other rank higher',
  headers: ({ own, other }) => `${own} headers come behind ${other}`,
  regex: () => 'a Route with a regular expression comes first',
  'regex-priority': ({ own, other }) => `regex_priority ${own} comes behind ${other}`,
  length: ({ own, other }) => `a prefix of ${own} bytes comes behind one of ${other}`,
  'created-at': () => 'the older Route comes first',
  id: ({ own, other }) => `equal rank, and the higher id comes first: ${own} is behind ${other}`,
  search: () => 'it ranks higher, but the search began behind it or tried a short list first',
  order: () => 'equal rank, and the order of the sort decides',
};

export const behindText = ({ by, own, other }: Behind): string =>
  BEHIND[by]({ own: fromBytes(own), other: fromBytes(other) });

const WHEN: Readonly<Record<Otherwise['when'], string>> = {
  warm: 'once the process has run for a while (it then packs priorities otherwise)',
  strict: 'with route_match_calculation = strict',
  traditional: 'with router_flavor = traditional',
  traditional_compatible: 'with router_flavor = traditional_compatible',
  cached: 'if an equal request over the other scheme came before: both share an entry of the cache',
};

export const whenText = (when: Otherwise['when']): string => WHEN[when];
