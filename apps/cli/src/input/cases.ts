import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { decodeBytes } from '@why401/core/input';
import { type ConfigFile, loadGateway } from '@why401/kong/config';
import type { LoadedConfig, ReplayOptions } from '@why401/kong/replay';
import { fail } from '../failure.ts';
import type { Session } from '../session.ts';
import { MOST_BYTES, readChunks } from './files.ts';

export interface Cases {
  readonly chunks: AsyncIterable<Uint8Array>;
  /** The folder where the lines' `config` paths start, unless another is named. */
  readonly folder: string;
  /** Ids of cases in which the recorded gateway ordered something at random. */
  readonly orderFree: ReadonlySet<string>;
}

/** Opens a file of cases, or standard input. @throws what reading a file throws */
export async function openCases(session: Session, name: string): Promise<Cases> {
  if (name === '-') {
    return { chunks: session.streamStdin('lines of cases'), folder: '.', orderFree: new Set() };
  }
  const chunks = await readChunks(name.startsWith('@') && !existsSync(name) ? name.slice(1) : name);
  return { chunks, folder: dirname(name), orderFree: orderFreeBeside(name) };
}

/** `order-free.json` in the folder of the cases: `{id: why}`. */
function orderFreeBeside(name: string): ReadonlySet<string> {
  const file = join(dirname(name), 'order-free.json');
  if (!existsSync(file)) return new Set();
  try {
    return new Set(Object.keys(JSON.parse(readFileSync(file, 'utf8'))));
  } catch {
    return fail('order-free-unreadable', `${file} is not JSON.`, 'It holds {id: why}, or is not there.');
  }
}

/** Reads configurations for the replayer, which asks for each once. */
export const configReader =
  (folder: string, ports: ReplayOptions['ports']): ReplayOptions['loadConfig'] =>
  (path, options): LoadedConfig => {
    const text = textOf(join(folder, path));
    if (typeof text !== 'string') return { kind: 'unreadable', problem: text };
    const loaded = loadGateway([{ name: path, text }], options, ports);
    return loaded.ok ? { kind: 'gateway', gateway: loaded.gateway } : { kind: 'refused', problems: loaded.problems };
  };

/** Reads the texts of files that lines name. */
export const textReader =
  (folder: string) =>
  (path: string): ConfigFile | { readonly error: string } => {
    const text = textOf(join(folder, path));
    return typeof text === 'string' ? { name: path, text } : { error: text.message };
  };

function textOf(file: string): string | { code: string; message: string } {
  try {
    if (statSync(file).size > MOST_BYTES) return { code: 'input-too-large', message: `${file} is larger than 64 MiB` };
    return decodeBytes(readFileSync(file));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    return { code: 'file-not-readable', message: `${file} could not be read (${code})` };
  }
}
