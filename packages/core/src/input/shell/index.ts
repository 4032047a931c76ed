export { splitCmd } from './cmd.ts';
export { splitPosix } from './posix.ts';
export { scanPowerShell } from './powershell.ts';
export { splitPowerShell } from './powershell-commands.ts';
export { PsCursor, PsScope, type PsTable, type PsValue, statements } from './powershell-values.ts';
export type { Command } from './words.ts';
