import { connect, type Socket } from 'node:net';
import { performance } from 'node:perf_hooks';
import type { ConnectionFacts } from '@why401/core';
import { codeOf } from '../fetch/index.ts';

/** A connection to one address, or why there is none; `timeout` in milliseconds. Never throws. */
export function openTcp(
  address: string,
  port: number,
  timeout: number,
): Promise<{ readonly facts: ConnectionFacts; readonly socket?: Socket }> {
  const from = performance.now();
  const facts = (failure?: string): ConnectionFacts => ({
    address,
    port,
    ms: performance.now() - from,
    ...(failure !== undefined && { failure }),
  });
  return new Promise((resolve) => {
    const socket = connect({ host: address, port, noDelay: true });
    const timer = setTimeout(() => fail('timeout'), timeout);
    const fail = (failure: string): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve({ facts: facts(failure) });
    };
    socket.on('error', (error) => fail(codeOf(error) || 'error'));
    socket.once('connect', () => {
      clearTimeout(timer);
      socket.removeAllListeners('error').on('error', () => {});
      resolve({ facts: facts(), socket });
    });
  });
}
