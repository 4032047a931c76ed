import { createCrypto } from '@why401/node/crypto';
import { mintKey } from '@why401/testkit';
import { describe, expect, it } from 'vitest';
import { readKeys } from '../keys/index.ts';
import { type KeyLook, type KeyWatch, NOTHING_SEEN, watchKeys } from './issuer-watch.ts';
import { eventLine, watchReport } from './issuer-watch-words.ts';

const crypto = createCrypto();
const [a, b] = [mintKey('ES256', { kid: 'a' }).publicJwk, mintKey('ES256', { number: 1, kid: 'b' }).publicJwk];
const problem = { code: 'http-timeout', message: 'No answer had come.' };
const look = (at: number, keys?: readonly object[]): KeyLook =>
  keys === undefined ? { at, problem } : { at, reading: readKeys(JSON.stringify({ keys }), crypto) };
const seen = (...looks: readonly KeyLook[]): KeyWatch =>
  looks.reduce((watch, one) => watchKeys(watch, one, crypto), NOTHING_SEEN);
const told = ({ events }: KeyWatch): readonly string[] =>
  events.map((event) => `${event.kind}${'key' in event ? ` ${event.key.kid}` : ''} ${event.at}`);

describe('watchKeys', () => {
  it.each<readonly [name: string, looks: readonly KeyLook[], events: readonly string[], gone: number]>([
    ['the first look is no event', [look(1, [a])], [], 0],
    ['nothing changes', [look(1, [a]), look(2, [a])], [], 0],
    ['a key comes', [look(1, [a]), look(2, [a, b])], ['came b 2'], 0],
    ['a key goes', [look(1, [a, b]), look(2, [a])], ['went b 2'], 1],
    ['it is back', [look(1, [a, b]), look(2, [a]), look(3, [a, b])], ['went b 2', 'back b 3'], 0],
    ['one for another', [look(1, [a]), look(2, [b])], ['came b 2', 'went a 2'], 1],
    ['a missed look takes nothing away', [look(1, [a]), look(2), look(3), look(4, [a])], ['missed 2', 'reached 4'], 0],
    ['never reached', [look(1), look(2)], ['missed 1'], 0],
    ['renamed is the same key', [look(1, [a]), look(2, [{ ...a, kid: 'z' }])], [], 0],
  ])('%s', (_, looks, events, gone) => {
    const watch = seen(...looks);
    expect([told(watch), watch.gone.length]).toEqual([events, gone]);
  });

  it('keeps the last events only', () => {
    const looks = Array.from({ length: 500 }, (_, at) => look(at, at % 2 === 0 ? [a] : [a, b]));
    expect(seen(...looks).events.length).toBe(200);
  });
});

describe('words', () => {
  const view = { issuer: 'https://op.example', zone: 'UTC', lifetime: 3600, next: 120_000 };
  const text = (watch: KeyWatch): string => watchReport(watch, view).title;
  it('the headline is the answer', () => {
    expect(text(seen(look(1, [a])))).toBe('1 key · https://op.example');
    expect(text(seen(look(1, [a, b]), look(2, [a])))).toBe('1 key gone · https://op.example');
    expect(text(seen(look(1, [a]), look(2), look(3)))).toBe('Not reached 2 times in a row · https://op.example');
  });

  it('says until when tokens of a key live that went', () => {
    const [event] = seen(look(0, [a, b]), look(60_000, [a])).events;
    const said =
      event &&
      eventLine(event, view)
        .map((span) => span.text)
        .join('');
    expect(said).toContain('1970-01-01 00:01:00 went b (ES256)');
    expect(said).toContain('live until 1970-01-01 01:01:00');
  });
});
