import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendRaw } from './raw.ts';
import { ask, playServer, type Scene, upload } from './server.ts';

const IN_FLIGHT = 50;
const ROUNDS = 1_000;

let scene: Scene;
beforeAll(async () => {
  scene = await playServer();
  await upload(scene, '/api/configuration', 'kong.yaml', '_format_version: "3.0"\n');
});
afterAll(() => scene.close());

const MALFORMED = [
  'GET\r\n\r\n',
  'GET / HTTP/9.9\r\n\r\n',
  '\0\0\0\0',
  'POST /api/explain HTTP/1.1\r\nContent-Length: -1\r\n\r\n',
  `GET /${'a'.repeat(20_000)} HTTP/1.1\r\n\r\n`,
  'POST /api/explain HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
];

/** One of ten is no HTTP. */
async function one(at: number): Promise<string> {
  if (at % 10 === 0) {
    const answer = await sendRaw(scene.port, MALFORMED[(at / 10) % MALFORMED.length] ?? '', 2_000);
    return `${answer?.status ?? 'ended'} ${answer?.body ?? ''}`;
  }
  const response = await ask(
    scene,
    '/api/explain',
    at % 3 === 0 ? { paste: 1 } : { paste: `eyJ${at}.e30.x`, zone: 'UTC' },
  );
  return `${response.status} ${await response.text()}`;
}

describe('a flood of requests, one of ten malformed, 50 in flight', () => {
  it('is answered to the last, without a stack', async () => {
    const answers: string[] = [];
    let next = 0;
    const lane = async (): Promise<void> => {
      while (next < ROUNDS) answers.push(await one(next++));
    };
    await Promise.all(Array.from({ length: IN_FLIGHT }, lane));
    expect(answers).toHaveLength(ROUNDS);
    expect(answers.filter((answer) => /^5|\bat .*:\d+:\d+/m.test(answer))).toEqual([]);
    expect(answers.filter((answer) => answer.startsWith('200')).length).toBe(600);
    expect((await ask(scene, '/api/alive', {})).status).toBe(200);
  }, 60_000);
});
