import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toJson as documentOf, toHtml, toMarkdown, toText } from '@why401/core/report';
import { explain } from '@why401/kong';
import { loadGateway } from '@why401/kong/config';
import { type Explanation, reportOf, toJson } from '@why401/kong/explanation';
import { createReplayer, type ReplayCase, readCase } from '@why401/kong/replay';
import { toBytes } from '@why401/kong/wire';
import { createCrypto } from '@why401/node/crypto';
import { describe, expect, it } from 'vitest';
import { schemaErrors } from '../../packages/core/schema/validator.ts';

const FOLDER = join(import.meta.dirname, 'vectors');
const crypto = createCrypto();
const telling = { zone: 'UTC', as: 'diff' } as const;
/** Recorded requests for each check that answers, so that each has its document. */
const EACH = 4;

const fileOf = (path: string): string => readFileSync(join(FOLDER, path), 'utf8');

const replayer = createReplayer({
  ports: { crypto },
  loadConfig(path, options) {
    const loaded = loadGateway([{ name: path, text: fileOf(path) }], options, { crypto });
    return loaded.ok ? { kind: 'gateway', gateway: loaded.gateway } : { kind: 'refused', problems: loaded.problems };
  },
});

interface Sample {
  readonly name: string;
  readonly one: ReplayCase;
}

function samples(): readonly Sample[] {
  const seen = new Map<string, number>();
  const lines = ['jwt-dev-01.ndjson', 'jwt-dev-02.ndjson', 'jwt-dev-03.ndjson'].flatMap((file) =>
    fileOf(file).split('\n').filter(Boolean),
  );
  return lines.flatMap((text) => {
    const read = readCase(text);
    if (!read.ok) return [];
    const output = replayer.line(text);
    if ('error' in output) return [];
    const kind = `${output.outcome} ${output.step}`;
    const count = (seen.get(kind) ?? 0) + 1;
    seen.set(kind, count);
    return count > EACH ? [] : [{ name: `${kind}, ${output.id}`, one: read.value }];
  });
}

function explained({ kong, routerFlavor, config, now, request }: ReplayCase): Explanation {
  const headers = request.headers.map(([name, value]) => [toBytes(name), toBytes(value)] as const);
  const body = request.body == null ? null : toBytes(request.body);
  const wire = { ...request, target: toBytes(request.target), headers, body };
  const result = explain(
    [{ name: config, text: fileOf(config) }],
    wire,
    { version: kong, flavor: routerFlavor, zone: 'UTC' },
    { clock: { now: () => now * 1000 }, crypto },
  );
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join('; '));
  return result.explanation;
}

const UNSAFE = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/u;

describe('what is printed about recorded requests', () => {
  const all = samples();

  it('covers the checks of the plugin', () => expect(all.length).toBeGreaterThan(50));

  it.each(all)('$name: its documents are as the schema says, and nothing in them deceives a screen', ({ one }) => {
    const explanation = explained(one);
    const document = documentOf('explain', toJson(explanation, telling));
    expect(schemaErrors(JSON.parse(document))).toEqual([]);
    expect(schemaErrors(replayer.line(JSON.stringify(one)), 'replay')).toEqual([]);
    const report = reportOf(explanation, telling);
    const texts = [
      document,
      toHtml(report),
      toMarkdown(report),
      ...[80, 100].flatMap((width) => [true, false].map((unicode) => toText(report, { width, color: false, unicode }))),
    ];
    for (const text of texts) expect(UNSAFE.exec(text)).toBeNull();
  });

  it('a line that is no case', () => {
    expect(schemaErrors(replayer.line('{"id":"x"}'), 'replayError')).toEqual([]);
    expect(schemaErrors(replayer.line('nonsense'), 'replayError')).toEqual([]);
  });
});
