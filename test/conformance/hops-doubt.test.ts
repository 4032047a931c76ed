import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createHopJudge, readCase } from '@why401/hops/batch';
import { loadGateway } from '@why401/kong/config';
import { createCrypto } from '@why401/node/crypto';
import { describe, expect, it } from 'vitest';

const FOLDER = join(import.meta.dirname, 'vectors');
const crypto = createCrypto();

const judge = createHopJudge({
  ports: { crypto },
  loadConfig(path) {
    const files = [{ name: path, text: readFileSync(join(FOLDER, path), 'utf8') }];
    const loaded = loadGateway(files, { version: '3.9', flavor: 'traditional_compatible' }, { crypto });
    return loaded.ok ? loaded.gateway : null;
  },
});

/** Every third: the recordings in full are in `hops.test.ts`, and each row here judges them anew. */
const lines: readonly string[] = readdirSync(FOLDER)
  .filter((name) => /^hops-.*\.ndjson$/.test(name))
  .flatMap((name) => readFileSync(join(FOLDER, name), 'utf8').split('\n').filter(Boolean))
  .filter((_, index) => index % 3 === 0);

interface Line {
  config?: string;
  addresses: object;
  request?: object;
  kong: string;
  seen: {
    client?: { headers: [string, string][] };
    kongErrorLog?: string[];
    kongAccessLog?: string[];
    kongJson?: { source?: string; latencies?: { receive?: number } } | null;
    lb1Log?: string[];
    lb2Log?: string[];
  };
}

type Part = keyof Line['seen'];

const without =
  (...parts: readonly Part[]) =>
  (line: Line): void => {
    for (const part of parts) delete line.seen[part];
  };

const only = (...parts: readonly Part[]) =>
  without(
    ...(['client', 'kongErrorLog', 'kongAccessLog', 'kongJson', 'lb1Log', 'lb2Log'] as const).filter(
      (part) => !parts.includes(part),
    ),
  );

/** As `headers = off` of kong.conf leaves the answer, or a load balancer that takes them away. */
function withoutKongsHeaders({ seen }: Line): void {
  if (seen.client === undefined) return;
  seen.client.headers = seen.client.headers.filter(
    ([name, value]) => !/^(?:x-kong-|via$)/.test(name) && !(name === 'server' && value.startsWith('kong')),
  );
}

function asKong34(line: Line): void {
  line.kong = '3.4.2';
  delete line.seen.kongJson?.source;
  delete line.seen.kongJson?.latencies?.receive;
}

function atLevelError({ seen }: Line): void {
  seen.kongErrorLog = (seen.kongErrorLog ?? []).filter((line) => !/\[(?:info|notice|warn)\]/.test(line));
}

const wrongAndCertain = (change: (line: Line) => void): readonly string[] =>
  lines.flatMap((text) => {
    const line = JSON.parse(text) as Line;
    change(line);
    const read = readCase(JSON.stringify(line));
    if (!read.ok || read.value.truth === null) throw new Error('a line is no case');
    const { hop, cause, certainty } = judge.judge(read.value, 'all');
    const { truth } = read.value;
    const wrong = certainty === 'certain' && (hop !== truth.hop || cause !== truth.cause);
    return wrong ? [`${read.value.id}: ${truth.hop}/${truth.cause}, not ${hop}/${cause}`] : [];
  });

describe('nothing wrong is called certain, whatever was not given', () => {
  it.each<[string, (line: Line) => void]>([
    ['all there is', () => undefined],
    ['no answer of the client', without('client')],
    ['no error.log', without('kongErrorLog')],
    ['no access.log', without('kongAccessLog')],
    ['no JSON entry', without('kongJson')],
    ['no log of LB1', without('lb1Log')],
    ['no log of LB2', without('lb2Log')],
    ['the client and access.log', only('client', 'kongAccessLog')],
    ['the client and LB1’s log', only('client', 'lb1Log')],
    ['the client and error.log', only('client', 'kongErrorLog')],
    ['logs of Kong’s node', only('kongErrorLog', 'kongAccessLog')],
    ['LB1’s log alone', only('lb1Log')],
    ['no headers of Kong', withoutKongsHeaders],
    ['no configuration', (line) => void delete line.config],
    ['no addresses', (line) => void (line.addresses = {})],
    ['no request', (line) => void delete line.request],
    ['an entry as Kong 3.4 writes it', asKong34],
    ['error.log at level error', atLevelError],
  ])('%s', (_, change) => expect(wrongAndCertain(change)).toEqual([]));

  it('and the hop never where the client’s answer was not seen: a load balancer may have put its own in place', () => {
    const certain = lines.filter((text) => {
      const line = JSON.parse(text) as Line;
      without('client')(line);
      const read = readCase(JSON.stringify(line));
      return read.ok && judge.judge(read.value, 'all').certainty === 'certain';
    });
    expect(certain).toEqual([]);
  });
});
