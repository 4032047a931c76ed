import { describe, expect, it } from 'vitest';
import { isMap, parse, type YAMLMap } from 'yaml';
import { Hidden } from '../hidden.ts';
import type { ConfigValue } from '../model.ts';
import {
  addItem,
  applySplices,
  hunksOf,
  mapAt,
  masksOf,
  openFile,
  removeField,
  type Splice,
  setField,
} from './index.ts';

const BLOCK = `_format_version: "3.0"
plugins:
- name: jwt   # global
  config:
    key_claim_name: kid
- name: jwt
  config:
- config: {}
  name: jwt
- {name: jwt, config: {claims_to_verify: [exp]}}
- name: jwt
  config:
    cookie_names:
    - a
    - b
    claims_to_verify:
      - exp
consumers:
- username: idp
  jwt_secrets:
  - key: https://a.example/as
    rsa_public_key: |
      -----BEGIN PUBLIC KEY-----
      AAAA
      -----END PUBLIC KEY-----
    secret: not-for-eyes
    algorithm: RS256
- username: bare
`;
const JSON_FILE = `{
  "_format_version": "3.0",
  "plugins": [
    {
      "name": "jwt",
      "config": { "key_claim_name": "kid" }
    }
  ],
  "consumers": [{ "username": "idp" }]
}
`;

type Path = readonly (string | number)[];

function find(text: string, path: Path): YAMLMap {
  const node: unknown = openFile(text).doc.getIn(path, true);
  if (!isMap(node)) throw new Error(`no map at ${path.join('.')}`);
  return node;
}

/** The map is found again by its offset, as a cure finds it. */
function open(text: string, path: Path) {
  const file = openFile(text);
  const map = mapAt(file, find(text, path).range?.[0] ?? -1);
  if (map === undefined) throw new Error('no map at its own offset');
  return { file, map };
}

function setIn(tree: unknown, path: Path, value: unknown): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return value;
  if (Array.isArray(tree)) return tree.map((item, i) => (i === name ? setIn(item, rest, value) : item));
  const map = (tree ?? {}) as Record<string, unknown>;
  return { ...map, [name]: setIn(map[name], rest, value) };
}

const PEM = '-----BEGIN PUBLIC KEY-----\nBBBB\n-----END PUBLIC KEY-----\n';

describe('setField changes exactly that field', () => {
  const rows: readonly (readonly [name: string, text: string, map: Path, field: string, value: ConfigValue])[] = [
    ['a text', BLOCK, ['consumers', 0, 'jwt_secrets', 0], 'key', 'https://a.example/as/'],
    ['a text that YAML 1.1 reads as a number', BLOCK, ['consumers', 0, 'jwt_secrets', 0], 'key', '0777'],
    ['a text with # and :', BLOCK, ['consumers', 0, 'jwt_secrets', 0], 'key', 'a: b #c'],
    ['a block scalar by another', BLOCK, ['consumers', 0, 'jwt_secrets', 0], 'rsa_public_key', PEM],
    ['a block scalar by a line', BLOCK, ['consumers', 0, 'jwt_secrets', 0], 'rsa_public_key', 'x'],
    ['a line by a block scalar', BLOCK, ['consumers', 0, 'jwt_secrets', 0], 'algorithm', PEM],
    ['a field that is not there', BLOCK, ['consumers', 0, 'jwt_secrets', 0], 'tags', ['a', 'b']],
    ['a field of a map with a comment', BLOCK, ['plugins', 0], 'config.claims_to_verify', ['exp']],
    ['a field under a key without value', BLOCK, ['plugins', 1], 'config.claims_to_verify', ['exp']],
    ['a field of an empty flow map', BLOCK, ['plugins', 2], 'config.claims_to_verify', ['exp']],
    ['a field of a flow map', BLOCK, ['plugins', 3], 'config.claims_to_verify', ['exp', 'nbf']],
    ['a new field of a flow map', BLOCK, ['plugins', 3], 'config.realm', 'a, b'],
    ['a multi-line text in a flow map', BLOCK, ['plugins', 3], 'config.realm', PEM],
    ['a boolean', BLOCK, ['plugins', 0], 'config.secret_is_base64', true],
    ['the last entity of the file', BLOCK, ['consumers', 1], 'custom_id', '42'],
    ['a list with dashes by a longer one', BLOCK, ['plugins', 4], 'config.claims_to_verify', ['exp', 'nbf']],
    ['a list with dashes by none', BLOCK, ['plugins', 4], 'config.cookie_names', []],
    ['a list with dashes by a text', BLOCK, ['plugins', 4], 'config.cookie_names', 'x'],
    ['the last list with dashes by a map', BLOCK, ['plugins', 4], 'config.claims_to_verify', { a: ['b'] }],
    ['JSON', JSON_FILE, ['plugins', 0], 'config.key_claim_name', 'iss'],
    ['a new field in JSON', JSON_FILE, ['plugins', 0], 'config.claims_to_verify', ['exp']],
    ['a new member on a line of its own in JSON', JSON_FILE, ['plugins', 0], 'tags', ['x']],
    ['a list where there was a text', BLOCK, ['plugins', 0], 'config.key_claim_name', [{ a: 'b', c: ['d'] }]],
  ];
  const texts = (text: string): readonly string[] =>
    text === JSON_FILE ? [text] : [text, text.replaceAll('\n', '\r\n'), text.trimEnd()];
  const cases = rows.flatMap(([name, text, ...rest]) =>
    texts(text).map((t, i) => [`${name} (${i})`, t, ...rest] as const),
  );

  it.each(cases)('%s', (_, text, path, field, value) => {
    const { file, map } = open(text, path);
    const splice = setField(file, map, field.split('.'), value);
    const edited = applySplices(text, [splice as Splice]);
    expect(parse(edited)).toEqual(setIn(parse(text), [...path, ...field.split('.')], value));
    if (text.includes('\r\n')) expect(edited).not.toMatch(/[^\r]\n/);
    if (text === JSON_FILE) expect(() => JSON.parse(edited)).not.toThrow();
  });
});

describe('addItem adds to a list, or makes one', () => {
  const CREDENTIAL = { key: 'k', algorithm: 'RS256', rsa_public_key: PEM };
  it.each([
    ['to a block list', BLOCK, ['consumers', 0], 'jwt_secrets', CREDENTIAL, 1],
    ['a list that is not there', BLOCK, ['consumers', 1], 'jwt_secrets', CREDENTIAL, 0],
    ['to the list at the top', BLOCK, [], 'consumers', { username: 'new', jwt_secrets: [CREDENTIAL] }, 2],
    ['to a flow list in JSON', JSON_FILE, [], 'consumers', { username: 'new' }, 1],
    ['a list that is not there in JSON', JSON_FILE, ['consumers', 0], 'jwt_secrets', CREDENTIAL, 0],
  ] as const)('%s', (_, text, path, list, item, index) => {
    const { file, map } = open(text, path);
    const edited = applySplices(text, [addItem(file, map, list, item) as Splice]);
    const before = path.reduce((tree, name) => tree[name], parse(text));
    const after = path.reduce((tree, name) => tree[name], parse(edited));
    expect(after).toEqual({ ...before, [list]: [...(before[list] ?? []), item] });
    expect(after[list]).toHaveLength(index + 1);
  });
});

describe('removeField takes the field and nothing else', () => {
  it.each([
    [
      'the only field of a block map, which goes with it',
      BLOCK,
      ['plugins', 0],
      'config.key_claim_name',
      { name: 'jwt' },
    ],
    [
      'one of several fields',
      BLOCK,
      ['plugins', 4],
      'config.cookie_names',
      { name: 'jwt', config: { claims_to_verify: ['exp'] } },
    ],
    [
      'a list with dashes',
      BLOCK,
      ['plugins', 4],
      'config.claims_to_verify',
      { name: 'jwt', config: { cookie_names: ['a', 'b'] } },
    ],
    ['the first field of an item', BLOCK, ['plugins', 2], 'config', { name: 'jwt' }],
    ['the last field of a flow map', BLOCK, ['plugins', 3], 'config', { name: 'jwt' }],
    ['the first field of a flow map', BLOCK, ['plugins', 3], 'name', { config: { claims_to_verify: ['exp'] } }],
    ['a block scalar', BLOCK, ['consumers', 0, 'jwt_secrets', 0], 'rsa_public_key', undefined],
    ['the last field of a file', BLOCK.trimEnd(), ['consumers', 0, 'jwt_secrets', 0], 'algorithm', undefined],
    ['a member of JSON', JSON_FILE, ['plugins', 0], 'config', { name: 'jwt' }],
  ] as const)('%s', (_, text, path, field, left) => {
    const { file, map } = open(text, path);
    const edited = applySplices(text, [removeField(file, map, field.split('.')) as Splice]);
    const at = (tree: unknown) => path.reduce<unknown>((node, name) => (node as Record<string, unknown>)[name], tree);
    const wanted =
      left ?? Object.fromEntries(Object.entries(at(parse(text)) as object).filter(([name]) => name !== field));
    expect(parse(edited)).toEqual(setIn(parse(text), path, wanted));
  });
});

describe('hunks', () => {
  const hunk = (path: Path, field: string, value: ConfigValue): string[] => {
    const { file, map } = open(BLOCK, path);
    const splices = [setField(file, map, field.split('.'), value) as Splice];
    return hunksOf('kong.yaml', BLOCK, splices, masksOf(file, 'kong.yaml')).flatMap((h) =>
      h.lines.map((line) => `${line.number}${line.sign}${line.text}`),
    );
  };

  it.each([
    [
      'a changed line',
      ['consumers', 0, 'jwt_secrets', 0],
      'key',
      'https://a.example/as/',
      [
        '20   jwt_secrets:',
        '21-  - key: https://a.example/as',
        '21+  - key: https://a.example/as/',
        '22     rsa_public_key: |',
      ],
    ],
    [
      'an added line, a secret beside it',
      ['consumers', 0, 'jwt_secrets', 0],
      'algorithm',
      'HS256',
      [
        '26     secret: <secret of kong.yaml:26>',
        '27-    algorithm: RS256',
        '27+    algorithm: HS256',
        '28 - username: bare',
      ],
    ],
    [
      'added lines',
      ['plugins', 0],
      'config.claims_to_verify',
      ['exp'],
      ['5     key_claim_name: kid', '6+    claims_to_verify: [exp]', '6 - name: jwt'],
    ],
    [
      'a longer list, in the way it was written',
      ['plugins', 4],
      'config.claims_to_verify',
      ['exp', 'nbf'],
      ['17       - exp', '18+      - nbf', '18 consumers:'],
    ],
    [
      'a secret by another',
      ['consumers', 0, 'jwt_secrets', 0],
      'secret',
      new Hidden('changed', 'secret of kong.yaml:26, base64url'),
      [
        '25       -----END PUBLIC KEY-----',
        '26-    secret: <secret of kong.yaml:26>',
        '26+    secret: <secret of kong.yaml:26, base64url>',
        '27     algorithm: RS256',
      ],
    ],
  ] as const)('%s', (_, path, field, value, lines) => {
    expect(hunk(path, field, value)).toEqual(lines);
  });

  it('never show a secret, wherever it stands', () => {
    const text = `consumers:
- username: a
  keyauth_credentials:
  - key: canary-1
    tags: [x]
  hmacauth_credentials:
  - secret: |
      canary-2
      canary-3
    username: u
certificates:
- cert: c
  key: |
    -----BEGIN PRIVATE KEY-----
    canary-4
`;
    const file = openFile(text);
    const all: Splice[] = [];
    for (const [path, field] of [
      [['consumers', 0, 'keyauth_credentials', 0], 'tags'],
      [['consumers', 0, 'hmacauth_credentials', 0], 'username'],
      [['certificates', 0], 'cert'],
      [['consumers', 0, 'hmacauth_credentials', 0], 'secret'],
      [['certificates', 0], 'key'],
    ] as const) {
      const map = mapAt(file, find(text, path).range?.[0] ?? -1) as YAMLMap;
      all.push(setField(file, map, [field], 'new') as Splice);
    }
    const shown = all.flatMap((one) => hunksOf('f', text, [one], masksOf(file, 'f'))).flatMap((h) => h.lines);
    expect(shown.length).toBeGreaterThan(10);
    expect(shown.map((line) => line.text).join('\n')).not.toContain('canary');
    expect(shown.map((line) => line.text)).toContain('  - key: <key of f:4>');
  });
});
