import { createCrypto } from '@why401/node/crypto';
import { describe, expect, it } from 'vitest';
import { type ConfigFile, type LoadOptions, loadGateway, refusalProblems } from './index.ts';

const crypto = createCrypto();
const OPTIONS: LoadOptions = { version: '3.9', flavor: 'traditional_compatible' };
const load = (text: string, name = 'kong.yaml', more: Partial<LoadOptions> = {}) =>
  loadGateway([{ name, text }], { ...OPTIONS, ...more }, { crypto });

/** `code file:line:column` of everything that is wrong, read or refused. */
function wrong(files: readonly ConfigFile[], more: Partial<LoadOptions> = {}): string[] {
  const loaded = loadGateway(files, { ...OPTIONS, ...more }, { crypto });
  const problems = loaded.ok ? refusalProblems(loaded.gateway.refusals) : loaded.problems;
  for (const { message, hint } of problems) {
    expect(message.length).toBeGreaterThan(10);
    expect(hint ?? '').not.toBe('');
  }
  return problems.map(({ code, place }) =>
    [
      code,
      ...(place ? [[place.file, place.line, place.column].filter((part) => part !== undefined).join(':')] : []),
    ].join(' '),
  );
}

const HEAD = '_format_version: "3.0"\n';
const credential = (rest: string): string =>
  `${HEAD}consumers:\n- username: alice\n  jwt_secrets:\n  - key: a\n    algorithm: RS256\n${rest}`;

const SHAPES: Readonly<Record<string, (depth: number) => string>> = {
  'flow lists': (depth) => `a: ${'['.repeat(depth)}`,
  'flow maps': (depth) => `a: ${'{b: '.repeat(depth)}`,
  'block lists': (depth) => `${'- '.repeat(depth)}x\n`,
  'block maps': (depth) => Array.from({ length: depth }, (_, i) => `${' '.repeat(i)}a:`).join('\n'),
};

describe('files that are too much', () => {
  const cases = Object.keys(SHAPES).flatMap((shape) => [900, 5000, 20_000].map((depth) => [shape, depth] as const));

  it.each(cases)('%s %i deep, twice in one process', (shape, depth) => {
    const text = SHAPES[shape]?.(Math.min(depth, shape === 'block maps' ? 5000 : depth)) ?? '';
    for (let time = 0; time < 2; time++) {
      const [problem] = wrong([{ name: 'kong.yaml', text }]);
      expect(problem).toMatch(/^yaml-too-deep kong\.yaml:\d+:\d+$/);
    }
  });

  it.each([900, 20_000])('JSON %i deep', (depth) => {
    expect(wrong([{ name: 'kong.json', text: '['.repeat(depth) }])).toEqual(['json-too-deep kong.json:1:65']);
  });

  it('lets 64 levels pass, and what is in texts', () => {
    const deep = `${HEAD}plugins:\n- name: jwt\n  config:\n    anonymous: "${'['.repeat(2000)}"\n  tags: |\n${'    [[[[\n'.repeat(100)}`;
    expect(wrong([{ name: 'kong.yaml', text: deep }])).toEqual(['type-wrong kong.yaml:6:9']);
    expect(load(`a: ${'['.repeat(63)}${']'.repeat(63)}`).ok).toBe(true);
    expect(load(`a: ${'['.repeat(64)}${']'.repeat(64)}`).ok).toBe(false);
  });

  it('more than 64 MiB in all', () => {
    const half = `# ${'x'.repeat(33 * 1024 * 1024)}\n`;
    const files = ['a.yaml', 'b.yaml'].map((name) => ({ name, text: HEAD + half }));
    expect(wrong(files)).toEqual(['config-too-large b.yaml']);
  });

  it.each(['kong.yaml', 'kong.json'])('lets 100,000 routes pass: %s', (name) => {
    const routes = Array.from({ length: 100_000 }, (_, i) => `{"name": "r${i}", "paths": ["/svc/${i}"]}`);
    const loaded = load(`{"_format_version": "3.0", "routes": [${routes.join(',\n')}]}`, name);
    expect(loaded.ok && [loaded.gateway.routes.length, loaded.gateway.refusals]).toEqual([100_000, []]);
    expect(loaded.ok && loaded.gateway.routes[99_999]?.place('paths')).toMatchObject({ line: 100_000, column: 29 });
  });

  it('counts bytes, not characters', () => {
    expect(wrong([{ name: 'a.yaml', text: `# ${'€'.repeat(23 * 1024 * 1024)}\n` }])).toEqual([
      'config-too-large a.yaml',
    ]);
  });

  it('aliases of aliases', () => {
    const lines = ['a0: &a0 [x,x,x,x,x,x,x,x,x,x]'];
    for (let i = 1; i < 10; i++)
      lines.push(
        `a${i}: &a${i} [${Array(10)
          .fill(`*a${i - 1}`)
          .join(',')}]`,
      );
    expect(wrong([{ name: 'kong.yaml', text: lines.join('\n') }])).toEqual(['yaml-alias-bomb kong.yaml:6:38']);
    expect(wrong([{ name: 'kong.yaml', text: 'a: &a [*a]\n' }])).toEqual(['yaml-alias-circle kong.yaml:1:8']);
  });

  it('lets a thousand plain aliases pass', () => {
    const plugins = Array.from(
      { length: 1000 },
      (_, i) => `- name: jwt\n  instance_name: j${i}\n  service: s${i}\n  config: *c\n`,
    );
    const services = Array.from({ length: 1000 }, (_, i) => `- {name: s${i}, host: a.test}\n`);
    const text = `${HEAD}_comment: x\nservices:\n${services.join('')}plugins:\n- name: jwt\n  config: &c {key_claim_name: kid}\n${plugins.join('')}`;
    const loaded = load(text);
    expect(loaded.ok && loaded.gateway.refusals).toEqual([]);
    expect(loaded.ok && loaded.gateway.plugins.length).toBe(1001);
  });
});

describe('files that are no configuration', () => {
  it.each([
    ['unreadable YAML', 'services:\n- name: a\n   host: b\n', 'yaml-syntax kong.yaml:3:8'],
    ['a tab', 'services:\n\t- name: a\n', 'yaml-syntax kong.yaml:2:1'],
    ['an open quote', 'services:\n- name: "a\n', 'yaml-syntax kong.yaml:2:9'],
    ['nothing', '', 'config-no-object kong.yaml'],
    ['a text', 'hello\n', 'config-no-object kong.yaml'],
    ['a list', '- a\n', 'config-no-object kong.yaml'],
    ['a listing of nothing that Kong has', '{"data": [{"a": 1}], "next": null}', 'config-form-unknown kong.yaml'],
    ['documents without a resource', '---\n---\na: 1\n', 'config-no-object kong.yaml'],
    ['an unknown format', '_format_version: "4.2"\n', 'format-version-unknown kong.yaml:1:18'],
    ['a format that is a number', '_format_version: 3.0\n', 'format-version-unknown kong.yaml:1:18'],
    ['no format', 'services: []\n', 'format-version-missing kong.yaml:1:1'],
  ])('%s', (_, text, wanted) => {
    expect(wrong([{ name: 'kong.yaml', text }])).toEqual([wanted]);
  });

  it('says of each file what is wrong with it', () => {
    const files = [
      { name: 'a.yaml', text: 'a: [' },
      { name: 'b.json', text: '{' },
    ];
    expect(wrong(files)).toEqual(['yaml-syntax a.yaml:1:5', 'json-syntax b.json:1:2']);
  });
});

describe('a reference that leads nowhere', () => {
  it.each<[string, string, string, string]>([
    [
      'of a plugin, on which Kong breaks down',
      'plugins:\n- name: jwt\n  service: orders\n',
      'loader-crash',
      'kong.yaml:4:12',
    ],
    ['of an unnamed Route', 'routes:\n- paths: [/a]\n  service: orders\n', 'loader-crash', 'kong.yaml:4:12'],
    ['of a Route', 'routes:\n- {name: r, paths: [/a], service: orders}\n', 'reference-dangling', 'kong.yaml:3:3'],
    [
      'in a decK file',
      '_info: {}\nplugins:\n- name: jwt\n  service: {name: orders}\n',
      'reference-dangling',
      'kong.yaml:4:3',
    ],
  ])('%s', (_, text, code, place) => {
    expect(wrong([{ name: 'kong.yaml', text: HEAD + text }])).toEqual([`${code} ${place}`]);
    const loaded = load(HEAD + text);
    const [problem] = loaded.ok ? refusalProblems(loaded.gateway.refusals) : [];
    expect(problem?.message).toContain('service names orders, which is not among the services');
  });
});

const BEGIN = '-----BEGIN';
const pem = (label: string): string =>
  `    rsa_public_key: |\n      ${BEGIN} ${label}-----\n      AAAA\n      -----END ${label}-----\n`;

describe('keys that are none', () => {
  it('a certificate where a key is wanted', () => {
    const text = credential(pem('CERTIFICATE'));
    expect(wrong([{ name: 'kong.yaml', text }], { keyLoads: () => false })).toEqual([
      'key-not-loadable kong.yaml:7:21',
    ]);
    const loaded = load(text);
    expect(loaded.ok && loaded.gateway.smells.map(({ code }) => code)).toEqual(['certificate-as-key']);
  });

  it('a private key in a place for public ones: Kong takes it', () => {
    const loaded = load(credential(pem('PRIVATE KEY')), 'kong.yaml', { keyLoads: () => true });
    expect(loaded.ok && loaded.gateway.refusals).toEqual([]);
    expect(loaded.ok && loaded.gateway.smells.map(({ code, place }) => `${code} ${place?.line}`)).toEqual([
      'private-key-as-public 7',
    ]);
  });

  it('none at all', () => {
    expect(wrong([{ name: 'kong.yaml', text: credential('') }])).toEqual(['key-missing kong.yaml:5:5']);
  });

  it('is not judged where nobody can tell', () => {
    expect(wrong([{ name: 'kong.yaml', text: credential('    rsa_public_key: x\n') }])).toEqual([]);
  });
});
