import { connect, type Socket } from 'node:net';
import { codeOf, StageFailure } from '../failure.ts';
import { NEXT_ADDRESS } from '../limits.ts';

/**
 * A connection to the first of these addresses that takes it. The runtime asks no name server: it
 * is told the addresses that were judged, and `judge` sees the one that it took.
 */
export async function connectTcp(
  addresses: readonly string[],
  port: number,
  open: { destroy(): void }[],
  judge: (address: string) => void,
): Promise<Socket> {
  const socket = connect({
    host: 'judged.invalid',
    port,
    lookup: (_, __, answer) => {
      answer(
        null,
        addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      );
    },
    autoSelectFamily: true,
    autoSelectFamilyAttemptTimeout: NEXT_ADDRESS,
    noDelay: true,
  });
  open.push(socket);
  await connected(socket, `${addresses.join(', ')} port ${port}`);
  judge(socket.remoteAddress ?? '');
  return socket;
}

const connected = (socket: Socket, where: string): Promise<void> =>
  new Promise((resolve, reject) => {
    socket.once('connect', resolve);
    // For good: a connection that breaks later is told by the stage that then reads from it.
    socket.on('error', (error) => reject(tcpFailure(error, where)));
  });

/** Where several addresses were tried, the reasons stand in a list. */
export function tcpFailure(error: unknown, where: string): StageFailure {
  const code = codeOf(error) || codeOf(error instanceof AggregateError ? error.errors[0] : undefined);
  const [kind, message, hint] = WORDS[code] ?? ['tcp-failed', `failed (${code || 'no reason given'})`, HINT];
  return new StageFailure({ code: kind, message: `The connection to ${where} ${message}.`, hint }, true);
}

const HINT = 'Try the same from where the gateway runs: what a firewall lets through differs by place.';

const WORDS: Readonly<Record<string, readonly [code: string, message: string, hint: string]>> = {
  ECONNREFUSED: ['tcp-refused', 'was refused: nothing listens there', `Check host and port. ${HINT}`],
  ECONNRESET: ['tcp-reset', 'was reset by the other side', HINT],
  EHOSTUNREACH: ['tcp-unreachable', 'found no way there', HINT],
  ENETUNREACH: ['tcp-unreachable', 'found no way there', HINT],
  ETIMEDOUT: ['tcp-timeout', 'was never taken', HINT],
};
