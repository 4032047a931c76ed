import { setTimeout } from 'node:timers/promises';
import type { Crypto } from '@why401/core';
import { type IssuerEvidence, keysOf } from '@why401/core/evidence';
import { readKeys } from '@why401/core/keys';
import { MAX_PUBLISHED_KEYS } from '@why401/core/limits';
import { type KeyLook, NOTHING_SEEN, watchKeys } from '@why401/core/verdict';
import { fetchProblems } from '@why401/kong/discovery';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { fail } from '../failure.ts';
import { gather } from '../live/evidence.ts';
import type { Session } from '../session.ts';
import type { IssuerOptions } from './options.ts';
import { readLifetime } from './rotation.ts';
import { openWatchOutput } from './watch-output.ts';

/** Seconds. Providers change keys within hours; who asks more often than this is a burden to them. */
const LEAST_INTERVAL = 5;
const LONGEST_INTERVAL = 86_400;

/** What an issuer that has too much to do answers: it is asked half as often each time. */
const OVERLOADED: ReadonlySet<string> = new Set(['http-too-many-requests', 'http-unavailable']);

/**
 * Asks the issuer again and again, and tells which keys came and went, until somebody interrupts.
 * @throws Failure `watch-alone`, `bad-interval`, `bad-lifetime`, what `gather` throws
 */
export async function watchIssuer(
  session: Session,
  url: string | undefined,
  options: IssuerOptions,
  crypto: Crypto,
): Promise<ExitCode> {
  const { io, settings } = session;
  refuseUnwatchable(session, url, options);
  const interval = readInterval(options.interval) * 1000;
  const view = { issuer: url ?? '', zone: settings.zone, lifetime: readLifetime(options.tokenLifetime) };
  const output = await openWatchOutput(session);
  try {
    let watch = NOTHING_SEEN;
    let wait = interval;
    const interrupted = ended(io.interrupted);
    while (!io.interrupted.aborted) {
      const look = await Promise.race([lookAt(session, url, options, crypto), interrupted]);
      if (look === undefined) break;
      watch = watchKeys(watch, look, crypto);
      const isOverloaded = OVERLOADED.has(look.problem?.code ?? '');
      wait = isOverloaded ? Math.min(wait * 2, LONGEST_INTERVAL * 1000) : interval;
      await output.show(watch, { ...view, next: look.at + wait });
      await setTimeout(wait, undefined, { signal: io.interrupted }).catch(() => {});
    }
  } finally {
    await output.leave();
  }
  return io.interrupted.reason === exitCodes.terminated ? exitCodes.terminated : exitCodes.interrupted;
}

function refuseUnwatchable({ settings }: Session, url: string | undefined, options: IssuerOptions): void {
  if (url === undefined || options.offline === true)
    fail('no-issuer', '--watch asks an issuer, and none may be asked.', 'Give its URL: https://idp.example/path');
  if (settings.json || settings.share !== undefined || options.save !== undefined || options.before !== undefined)
    fail('watch-alone', '--watch goes on; --json, --share, --save and --before are for one look.', 'Leave them out.');
}

function readInterval(text = '60'): number {
  const seconds = Number(text);
  if (!/^\d+$/.test(text) || seconds < LEAST_INTERVAL || seconds > LONGEST_INTERVAL)
    fail(
      'bad-interval',
      `--interval is not a number of seconds: ${JSON.stringify(text)}.`,
      `Give ${LEAST_INTERVAL} to ${LONGEST_INTERVAL}.`,
    );
  return seconds;
}

async function lookAt(
  session: Session,
  url: string | undefined,
  options: IssuerOptions,
  crypto: Crypto,
): Promise<KeyLook> {
  const { evidence } = await gather(session, url, options);
  const keys = keysOf(evidence)?.fetched;
  const at = session.io.now();
  if (keys?.document === undefined || keys.problem !== undefined) return { at, ...problemOf(evidence) };
  return {
    at,
    reading: readKeys(keys.document.bytes, crypto, { file: keys.url, expect: 'public', most: MAX_PUBLISHED_KEYS }),
  };
}

/** Nothing, as soon as somebody interrupts: an answer may take its time. */
const ended = (signal: AbortSignal): Promise<undefined> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve(undefined);
    signal.addEventListener('abort', () => resolve(undefined), { once: true });
  });

function problemOf(evidence: IssuerEvidence): Pick<KeyLook, 'problem'> {
  const problem = fetchProblems(evidence).at(-1);
  return problem === undefined ? {} : { problem };
}
