import type { KongVersion, Release } from '../../versions/index.ts';
import { LOG_LINES, type LogRow } from './log-lines-table.ts';

const LUA = '/usr/local/share/lua/5.1/kong';

/** The error-log line of an uncaught error, as far as the version's line numbers are known. */
export function errorLine(release: Release, row: LogRow, text: string): string {
  const known = LOG_LINES[release.version];
  const line = known?.lines[row];
  const core = known === undefined ? '' : ` init.lua:${known.core}`;
  const at = line === undefined ? '' : ` ${LUA}/plugins/jwt/${line}:`;
  return `[error] [kong]${core} [jwt]${at} ${text}`;
}

/** Where the data access object wanted a text, as the node cache's error quotes it. */
export function daoPrefix(version: KongVersion): string {
  const line = LOG_LINES[version]?.dao;
  return line === undefined ? '' : `${LUA}/db/dao/init.lua:${line}: `;
}
