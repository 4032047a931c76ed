import { decodeBytes } from '@why401/core/input';
import type { ConfigFile } from '@why401/kong/config';
import { readAdminApi, readTarget } from '@why401/node/admin-api';
import { Failure, fail } from '../failure.ts';
import { readEnvironment, readNamedFile } from '../input/sources.ts';
import type { Session } from '../session.ts';
import { fetcherOf } from './fetcher.ts';
import type { GatewayOptions } from './options.ts';

/** The variable that a token is looked for in where no option names one. */
const USUAL = 'WHY401_ADMIN_TOKEN';

/**
 * What a running gateway lists, a file for each page. Told on standard error: what was read, and what was not.
 * @throws Failure with every problem, and what reading the token throws
 */
export async function readGateway(
  session: Session,
  url: string,
  options: Partial<GatewayOptions>,
): Promise<readonly ConfigFile[]> {
  const target = readTarget(url);
  if (!target.ok) throw new Failure(target.problem);
  const token = await readAdminToken(session, options);
  const fetching = { ca: [], resolve: [], allowHost: [], ...options };
  const fetchJson = await fetcherOf(session, fetching, new URL(target.value.base).origin);
  const read = await readAdminApi(url, fetchJson, {
    ...(token !== undefined && { token: () => token }),
    ...(options.workspace !== undefined && { workspace: options.workspace }),
  });
  if (!read.ok) throw new Failure(...read.problems);
  for (const note of read.notes) await session.tell(note);
  return read.pages;
}

/** Never from the command line: the process list and the history of the shell would keep it. */
async function readAdminToken(
  session: Session,
  { adminTokenEnv, adminTokenFile }: Partial<GatewayOptions>,
): Promise<string | undefined> {
  if (adminTokenEnv !== undefined && adminTokenFile !== undefined)
    fail('one-input-only', '--admin-token-env and --admin-token-file are given.', 'Give one of them.');
  const { bytes, name } = await sourceOf(session, adminTokenEnv, adminTokenFile);
  if (bytes === undefined) return undefined;
  const token = decodeBytes(bytes).trim();
  if (/^[!-~]+$/.test(token)) return token;
  return fail(
    'admin-token-unreadable',
    `${name} holds ${token === '' ? 'nothing' : 'more than one word'}, and no token.`,
    'It holds the token alone, as it goes into the header.',
  );
}

async function sourceOf(session: Session, env: string | undefined, file: string | undefined) {
  if (file !== undefined) return readNamedFile(session, file, { what: 'a token of the Admin API' });
  if (env !== undefined) return readEnvironment(session, env);
  const usual = session.io.env[USUAL] ?? '';
  return usual === '' ? { name: USUAL, bytes: undefined } : readEnvironment(session, USUAL);
}
