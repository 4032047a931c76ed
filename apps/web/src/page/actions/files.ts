import { decodeBytes, readPaste } from '@why401/core/input';
import { bytesWords } from '../words/index.ts';
import type { Context } from './context.ts';
import { loadConfiguration, loadKeys, note } from './documents.ts';
import { addLog, isEvidence, isKongsLog } from './hops.ts';
import { pasted } from './text.ts';

/** Octets of one file; the server takes no more either. */
const MOST = 64 * 1024 * 1024;
/** So much of a large file tells what it is. */
const TELLING = 256 * 1024;

/** Takes files that were dropped or chosen, one after another; what each of them is, is told by its content. */
export async function takeFiles(context: Context, files: readonly File[]): Promise<void> {
  for (const file of files) await takeFile(context, file);
}

async function takeFile(context: Context, file: File): Promise<void> {
  const { name, size } = file;
  if (size > MOST) {
    const message = `${name} has ${bytesWords(size)} and was not read; up to ${bytesWords(MOST)} are.`;
    return note(context, { code: 'file-too-large', message });
  }
  try {
    const beginning = await textOf(file.slice(0, TELLING));
    const { kind, tokens } = readPaste(beginning);
    if (kind === 'kong-config') return void (await loadConfiguration(context, name, file));
    const isLog = context.store.state.view === 'hops' ? isEvidence(kind) : tokens.length === 0 && isKongsLog(beginning);
    if (isLog) return addLog(context, name, file);
    const text = size > TELLING ? await textOf(file) : beginning;
    const whole = size > TELLING ? readPaste(text).kind : kind;
    if (whole === 'kong-config') return void (await loadConfiguration(context, name, file));
    if (whole === 'jwks' || whole === 'public-key' || whole === 'certificate')
      return void (await loadKeys(context, name, file));
    pasted(context, text, name);
  } catch {
    note(context, { code: 'file-unreadable', message: `The browser could not read ${name}.` });
  }
}

const textOf = async (blob: Blob): Promise<string> => decodeBytes(new Uint8Array(await blob.arrayBuffer()));
