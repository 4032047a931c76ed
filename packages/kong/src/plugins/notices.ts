import type { KongVersion, Release } from '../versions/index.ts';

export type Truncated = 'headers' | 'arguments';

/** Lines of `kong/globalpatches.lua` that log what is not read beyond the 100th. */
const LINES: Readonly<Partial<Record<KongVersion, Readonly<Record<Truncated, number>>>>> = {
  '3.4': { headers: 143, arguments: 183 },
  '3.9': { headers: 147, arguments: 185 },
};

const TEXTS: Readonly<Record<Truncated, string>> = {
  headers: 'request headers truncated',
  arguments: 'uri args truncated',
};

/** Notice of the error log, with the plugin that was reading; none where the version writes none. */
export function truncationNotice(release: Release, what: Truncated, plugin?: string): readonly string[] {
  if (!release.switches.noticesTruncation) return [];
  const line = LINES[release.version]?.[what];
  const at = line === undefined ? '' : ` globalpatches.lua:${line}`;
  return [`[notice] [kong]${at}${plugin === undefined ? '' : ` [${plugin}]`} ${TEXTS[what]}`];
}
