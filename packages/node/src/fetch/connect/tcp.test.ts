import { startTcpServer } from '@why401/testkit';
import { expect, it } from 'vitest';
import { connectTcp } from './tcp.ts';

it('judges the address that took the connection, also when it was judged before', async () => {
  const server = await startTcpServer(() => {});
  const open: { destroy(): void }[] = [];
  const seen: string[] = [];
  const judge = (address: string): void => {
    seen.push(address);
    throw new Error('refused');
  };
  await expect(connectTcp(['127.0.0.1'], server.port, open, judge)).rejects.toThrow('refused');
  expect([seen, open.length]).toEqual([['127.0.0.1'], 1]);
  for (const one of open) one.destroy();
  await server.close();
});
