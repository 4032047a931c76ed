import type { AccessLine, ErrorLine, LbLine, LogEntry } from '../../record/index.ts';
import { type LogFormat, readAccessLine } from '../access-line/index.ts';
import { readEntryLine } from '../entry/index.ts';
import { beginsErrorLine, readErrorLines } from '../error-line/index.ts';
import { readLbLine, readLbLines } from '../lb-line/index.ts';
import { type CredentialNames, maskParameters, type Source } from '../text/index.ts';
import { unwrapLine } from '../wrapper/index.ts';

/** Whose log it is: `lb` that of a balancer, before or behind Kong. */
export type Owner = 'kong' | 'lb';

/** Everything that the lines of one file say. */
export interface Log {
  readonly owner: Owner;
  readonly errors: readonly ErrorLine[];
  readonly accesses: readonly AccessLine[];
  readonly entries: readonly LogEntry[];
  readonly lines: readonly LbLine[];
  /** Lines in no grammar that is known. */
  readonly strange: readonly Source[];
}

export interface LogOptions {
  /** Undefined: seen from the lines. */
  readonly owner?: Owner | undefined;
  readonly formats?: readonly LogFormat[] | undefined;
  readonly credentials?: CredentialNames | undefined;
}

/** Reads lines of any of the chain's logs, mixed and wrapped as container logs are. */
export function readLog(sources: readonly Source[], { owner, formats = [], credentials }: LogOptions = {}): Log {
  const bare = sources.map((source) => ({
    ...source,
    text: maskParameters(unwrapLine(source.text).text, credentials),
  }));
  const whose = owner ?? ownerOf(bare);
  if (whose === 'lb') {
    const { lines, strange } = readLbLines(bare);
    return { owner: 'lb', errors: [], accesses: [], entries: [], lines, strange };
  }
  const accesses: AccessLine[] = [];
  const entries: LogEntry[] = [];
  const rest: Source[] = [];
  for (const source of bare) {
    const found = beginsErrorLine(source.text) ? [] : readEntryLine(source, { ...(credentials && { credentials }) });
    const access = found.length > 0 ? null : readAccessLine(source.text, source.place, formats);
    entries.push(...found);
    if (access !== null) accesses.push(access);
    else if (found.length === 0) rest.push(source);
  }
  const { lines: errors, strange } = readErrorLines(rest);
  return { owner: 'kong', errors, accesses, entries, lines: [], strange };
}

/** Marks that only Kong's lines have, and marks that only a balancer's have. */
const KONG = /, server: kong\b|\[kong\] |request_id: "[0-9a-f]{32}"|context: ngx\.timer|\[lua\] /;
const LOOKED_AT = 400;

/** Whose lines these are. `combined` alone, as Kong up to 3.4 writes it, counts as Kong's. */
export function ownerOf(sources: readonly Source[]): Owner {
  let balancer = 0;
  for (const { text } of sources.slice(0, LOOKED_AT)) {
    if (KONG.test(text)) return 'kong';
    if (beginsErrorLine(text) ? / server: (?!kong)\S/.test(text) : isBalancers(text)) balancer++;
  }
  return balancer > 0 ? 'lb' : 'kong';
}

function isBalancers(text: string): boolean {
  const line = readLbLine({ text, place: {} });
  if (line === null) return false;
  return line.product !== 'nginx' || line.kind === 'tcp';
}
