import { describe, expect, it } from 'vitest';
import { frameOf, readYaml, Source } from './index.ts';

const LIMITS = { depth: 64, expanded: 10_000 };

function open(text: string): Source {
  const reading = readYaml(text, LIMITS);
  if (!reading.ok) throw new Error(reading.fault.message);
  return new Source('kong.yaml', text, reading.nodes);
}

const FILE = `# head
shared: &shared
  key_claim_name: kid
  header_names: [authorization, "x-token"]
plugins:
- name: jwt
  config:
    <<: *shared
    anonymous: guest
- name: jwt
  config: *shared
- {name: jwt, config: {claims_to_verify: [exp, nbf]}}
`;

describe('places', () => {
  it.each([
    ['plugins', '6:1', true],
    ['plugins.0', '6:3', true],
    ['plugins.0.name', '6:9', true],
    ['plugins.0.config.anonymous', '9:16', true],
    ['plugins.0.config.key_claim_name', '3:19', true],
    ['plugins.0.config.realm', '8:5', false],
    ['plugins.1.config.header_names.1', '4:33', true],
    ['plugins.2.config.claims_to_verify.1', '12:48', true],
    ['plugins.7.config', '6:1', false],
    ['services', '2:1', false],
  ])('%s stands at %s', (path, position, whole) => {
    const place = open(FILE).place(0, path);
    expect(`${place.line}:${place.column}`).toBe(position);
    expect(place.from !== undefined).toBe(whole);
  });

  it('counts lines of every kind of line end', () => {
    expect(open('a: 1\r\nb: 2\rc: 3\n').place(0, 'c')).toMatchObject({ line: 3, column: 4 });
    expect(open('\ufeffa: 1\n').place(0, 'a')).toMatchObject({ line: 1, column: 4 });
  });
});

const CANARY = 'c4n4ry';
const SECRETS: readonly (readonly [string, string, string])[] = [
  ['plain', `jwt_secrets:\n- key: a\n  secret: ${CANARY}\n- key: b\n`, '  secret: <secret, 6 characters>'],
  ['with a comment', `jwt_secrets:\n- secret: ${CANARY} # ${CANARY}\n  key: a\n`, '- secret: <secret, 6 characters>'],
  ['double quotes', `jwt_secrets:\n- secret: "${CANARY}\\n"\n  key: a\n`, '- secret: <secret, 7 characters>'],
  ['single quotes', `jwt_secrets:\n- secret: 'a''${CANARY}' # b\n`, '- secret: <secret, 8 characters> # b'],
  ['flow', `jwt_secrets: [{secret: ${CANARY}, key: a}]\n`, 'jwt_secrets: [{secret: <secret, 6 characters>, key: a}]'],
  ['flow, last', `a: {password: ${CANARY}}\n`, 'a: {password: <secret, 6 characters>}'],
  ['json', `{"a": {"client_secret": "${CANARY}"}}\n`, '{"a": {"client_secret": <secret, 6 characters>}}'],
  ['key-auth', `keyauth_credentials:\n- key: ${CANARY}\n`, '- key: <secret, 6 characters>'],
  ['basic-auth', `basicauth_credentials:\n- password: ${CANARY}\n`, '- password: <secret, 6 characters>'],
  ['list', `a:\n  client_secret:\n  - ${CANARY}\n  - ${CANARY}\nb: 1\n`, '  - <secret, 6 characters>'],
  [
    'a private key for a public one',
    `a:\n- rsa_public_key: |\n    -----BEGIN PRIVATE KEY-----\n    ${CANARY}\n    -----END PRIVATE KEY-----\n  key: b\n`,
    '- rsa_public_key: <secret, 61 characters>',
  ],
];

describe('frames', () => {
  it.each(SECRETS)('hide a secret: %s', (_, text, wanted) => {
    const source = open(text);
    for (let line = 1; line <= source.lines().length; line++) {
      const shown = frameOf(source, { file: 'kong.yaml', line }, 2).map((row) => row.text);
      expect(shown.join('\n')).not.toContain(CANARY);
    }
    const all = frameOf(source, { file: 'kong.yaml', line: 2 }, 20).map((row) => row.text);
    expect(all).toContain(wanted);
  });

  it('show other keys, mark the line, and number', () => {
    const source = open('jwt_secrets:\n- key: alice-app\n  algorithm: HS256\n  secret: x\n');
    expect(frameOf(source, source.place(0, 'jwt_secrets.0.algorithm'), 1)).toEqual([
      { number: 2, sign: ' ', text: '- key: alice-app' },
      { number: 3, sign: '>', text: '  algorithm: HS256' },
      { number: 4, sign: ' ', text: '  secret: <secret, 1 characters>' },
    ]);
  });

  it('leave harmless names alone', () => {
    const source = open('config:\n  secret_is_base64: true\n  key_claim_name: iss\n');
    expect(frameOf(source, { line: 2 }, 1).map(({ text }) => text)).toEqual([
      'config:',
      '  secret_is_base64: true',
      '  key_claim_name: iss',
    ]);
  });
});
