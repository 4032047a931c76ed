import type { IncomingMessage } from 'node:http';
import { StageFailure } from '../failure.ts';
import { BEGINNING, BEGINNING_MS, MAX_BODY } from '../limits.ts';

/**
 * Refuses what would have to be unpacked: a small compressed answer can be a gigabyte.
 * As nothing is ever unpacked, the octets that are counted are the octets that are there.
 */
export function refuseEncodings(response: IncomingMessage): void {
  const codings = codingsOf(response);
  if (codings.length > 0)
    throw new StageFailure({
      code: 'content-encoding-refused',
      message: `The answer is packed (${codings.join(', ').slice(0, 100)}), though only plain octets were asked for.`,
      hint: 'The server, or what stands before it, must heed Accept-Encoding: identity.',
    });
}

const isPacked = (response: IncomingMessage): boolean => codingsOf(response).length > 0;

const codingsOf = ({ headers }: IncomingMessage): readonly string[] =>
  [headers['content-encoding'], headers['transfer-encoding']]
    .flatMap((value) => (value ?? '').split(','))
    .map((coding) => coding.trim().toLowerCase())
    .filter((coding) => coding !== '' && coding !== 'identity' && coding !== 'chunked');

/** The octets of the body, counted while they come: what is too much is not read on. A body that is cut off ends the loop with an error. */
export async function readBody(response: IncomingMessage): Promise<Uint8Array> {
  if (Number(response.headers['content-length'] ?? 0) > MAX_BODY) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of response as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      if (size > MAX_BODY) throw tooLarge();
      chunks.push(chunk);
    }
  } catch (error) {
    throw error instanceof StageFailure ? error : cutOff(size);
  }
  return Buffer.concat(chunks, size);
}

/** The first octets of a refused answer, as far as they come at once; none of what is packed. */
export async function readBeginning(response: IncomingMessage): Promise<Uint8Array> {
  response.on('error', () => {});
  const chunks: Uint8Array[] = [];
  let size = 0;
  const ended = new Promise<void>((resolve) => {
    const enough = setTimeout(resolve, BEGINNING_MS);
    const stop = (): void => {
      clearTimeout(enough);
      resolve();
    };
    response.once('close', stop).once('end', stop);
    response.on('data', (chunk: Uint8Array) => {
      if (size >= BEGINNING) return stop();
      chunks.push(chunk);
      size += chunk.length;
    });
  });
  await ended;
  return isPacked(response) ? new Uint8Array() : Buffer.concat(chunks, size).subarray(0, BEGINNING);
}

const tooLarge = (): StageFailure =>
  new StageFailure({
    code: 'body-too-large',
    message: `The answer is larger than ${MAX_BODY / 1024 / 1024} MiB; reading stopped there.`,
    hint: 'A metadata document has a few KiB: look at what this URL gives.',
  });

const cutOff = (size: number): StageFailure =>
  new StageFailure(
    {
      code: 'body-cut-off',
      message: `The connection ended after ${size} octets of the body, before the answer was complete.`,
      hint: 'Try again; if it stays so, look for a load balancer or a filter that cuts answers.',
    },
    true,
  );
