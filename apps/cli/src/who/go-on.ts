import { decodeBytes } from '@why401/core/input';
import { type Given, rejectingPlugin, requestTextIn } from '@why401/hops/ask';
import type { Found } from '@why401/hops/report';
import { readAsked } from '@why401/kong/ask';
import type { ConfigFile } from '@why401/kong/config';
import { explainPasted } from '../explain/explain-pasted.ts';
import { Failure } from '../failure.ts';
import { readNamedFile } from '../input/sources.ts';
import type { Session } from '../session.ts';
import type { PeopleOptions } from './people.ts';

export interface Around {
  readonly configs: readonly ConfigFile[];
  readonly given: readonly Given[];
  readonly options: PeopleOptions;
}

/** Where a plugin of Kong rejected, `explain` says why: with the configuration, and the request as it was sent. */
export async function goOn(
  session: Session,
  found: Found,
  { configs, given, options }: Around,
): Promise<Found['explained']> {
  const plugin = rejectingPlugin(found);
  if (plugin === undefined) return undefined;
  const text = await requestText(session, given, options);
  if (configs.length === 0 || text === undefined) {
    const missing = [
      ...(configs.length === 0 ? ['--config kong.yaml'] : []),
      ...(text === undefined ? ['--request req.txt'] : []),
    ];
    await session.tell(
      `The ${plugin} plugin rejected; with ${missing.join(' and ')} it is explained which check of it.`,
    );
    return undefined;
  }
  const paste = readAsked(text, 'the request');
  if (!paste.ok) return undefined;
  const source = { from: 'file', name: 'the request', bytes: new Uint8Array() } as const;
  try {
    const { kongVersion = '3.9', routerFlavor } = options;
    const settings = { kongVersion, ...(routerFlavor !== undefined && { routerFlavor }) };
    const answer = await explainPasted(session, { paste: paste.value, source }, configs, settings);
    return { report: answer.report(), json: answer.json() };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    await session.tell(`explain could not go on: ${error.message}`);
    return undefined;
  }
}

/** The request that was named, else the one that `curl -v` shows. */
async function requestText(
  session: Session,
  given: readonly Given[],
  { request }: PeopleOptions,
): Promise<string | undefined> {
  if (request === undefined) return requestTextIn(given);
  return decodeBytes((await readNamedFile(session, request, { what: 'a request' })).bytes);
}
