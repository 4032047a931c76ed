import type { WellKnownKind } from '@why401/core/issuer';
import { refuse } from '../answers.ts';
import { isOfType } from '../body/media-type.ts';
import { readBytes } from '../body/read-bytes.ts';
import { readBody } from '../desk/body.ts';
import { goneSignal } from '../gone.ts';
import type { Pressed } from '../issuer/ask-next.ts';
import { LIMITS } from '../limits.ts';
import { startLines } from '../lines.ts';
import type { Route } from './route.ts';

const KINDS: readonly WellKnownKind[] = ['openid-configuration', 'oauth-authorization-server'];

/** Asks for the one document whose URL stood on the button that was pressed, and tells each stage as it ends. */
export const issuerFetch: Route = {
  method: 'post',
  path: '/api/issuer/fetch',
  open: false,
  handle: (context) => async (request, response) => {
    const gone = goneSignal(response);
    if (!isOfType(request, 'application/json')) return refuse(response, 415, 'json-wanted');
    const read = await readBytes(request, response, LIMITS.json);
    if (!read.ok) return read.status === undefined ? undefined : refuse(response, read.status, read.code);
    const pressed = readPressed(read.bytes);
    if (pressed === undefined) return refuse(response, 400, 'body-wrong');
    // Most pages never ask anybody: then nothing of it is loaded.
    const { askNext } = await import('../issuer/ask-next.ts');
    await askNext(pressed, context, startLines(response), gone);
  },
};

function readPressed(bytes: Uint8Array): Pressed | undefined {
  try {
    const body = readBody(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    const issuer = body.text('issuer');
    return URL.canParse(issuer) ? { issuer, url: body.text('url'), first: body.choice('first', KINDS) } : undefined;
  } catch {
    return undefined;
  }
}
