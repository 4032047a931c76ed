import { toJson, toText } from '@why401/core/report';
import { createCrypto } from '@why401/node/crypto';
import { describe, expect, it } from 'vitest';
import { schemaErrors } from '../../../core/schema/validator.ts';
import { type LintOptions, lint, lintBatch, lintDocument, lintReport, severityOf } from './index.ts';

const crypto = createCrypto();
const SECRET = 'canary-secret-of-lint-4711';
const kong = (lists: string): string => `_format_version: "3.0"\n${lists}`;

function linted(text: string, options: LintOptions = {}) {
  const linting = lint([{ name: 'kong.yaml', text }], options, { crypto });
  if (!linting.ok) throw new Error(linting.problems.map(({ code }) => code).join());
  return linting.linted;
}

describe('what the loader says', () => {
  it.each<[string, string, LintOptions, boolean, readonly string[]]>([
    ['nothing', kong('services: []'), {}, true, []],
    ['a field that is not there', kong('clients: []'), {}, false, ['clients: unknown field']],
    ['the marks of decK', kong('_info: {}'), {}, false, ['_info: unknown field']],
    ['the marks of decK, for decK', kong('_info: {}'), { form: 'deck' }, true, []],
    ['the marks of decK, whatever it is', kong('_info: {}'), { form: 'auto' }, true, []],
    [
      'format 3.0 on 2.8',
      kong('services: []'),
      { version: '2.8' },
      false,
      ['_format_version: expected one of: 1.1, 2.1'],
    ],
    [
      'an expression in another flavor',
      kong('routes: [{paths: [/], expression: x}]'),
      {},
      false,
      ['routes.0.expression: unknown field'],
    ],
  ])('%s', (_, text, options, accepted, refusals) => {
    const found = linted(text, options);
    expect([found.accepted, found.refusals.map(({ path, message }) => `${path.join('.')}: ${message}`)]).toEqual([
      accepted,
      refusals,
    ]);
  });

  it.each([
    ['no YAML', 'services: ['],
    ['empty', '# nothing\n'],
  ])('%s has one refusal, of the parser', (_, text) => {
    const { accepted, refusals, crashes } = linted(text);
    expect([accepted, crashes, refusals.map(({ path }) => path)]).toEqual([false, false, [['error']]]);
  });

  it.each([
    ['a list at the top', '# list\n- a\n'],
    ['a plugin of a route that is not there', kong('plugins: [{name: cors, route: nowhere}]')],
  ])('%s: Kong breaks down and names no field', (_, text) => {
    const { accepted, refusals, crashes } = linted(text);
    expect([accepted, crashes, refusals]).toEqual([false, true, []]);
  });

  it('cannot be had of a version that nobody knows, nor of what is too deep', () => {
    const deep = `a: ${'['.repeat(80)}${']'.repeat(80)}`;
    for (const [text, options] of [
      [kong(''), { version: '9.9' }],
      [deep, {}],
    ] as const)
      expect(lint([{ name: 'k', text }], options, { crypto }).ok).toBe(false);
  });
});

const smelly = kong(`services: []
services: [{name: a, url: http://a.internal, plugins: [{name: jwt, config: {anonymous: nobody}}]}]
consumers:
- username: x
  keyauth_credentials: [{key: ${SECRET}}, {key: ${SECRET}}]
  jwt_secrets: [{key: a, secret: ${SECRET}}]
`);

describe('what is told of it', () => {
  const found = linted(smelly);

  it('has smells of the reader and of rules', () => {
    expect(found.smells.map((smell) => [smell.kind, severityOf(smell)])).toEqual(
      expect.arrayContaining([
        ['problem', 'warning'],
        ['finding', 'error'],
      ]),
    );
  });

  it('is a document of the schema', () => {
    expect(schemaErrors(JSON.parse(toJson('lint', lintDocument(found))))).toEqual([]);
    expect(schemaErrors(JSON.parse(toJson('lint', lintDocument(linted('- a\n')))))).toEqual([]);
  });

  it('holds no secret, not even in the words of Kong', () => {
    const text = toText(lintReport(found), { width: 100, color: false, unicode: true });
    expect(found.accepted).toBe(false);
    expect(`${text}${JSON.stringify(lintDocument(found))}`).not.toContain(SECRET);
    expect(text).toContain('<secret>');
  });
});

describe('a batch', () => {
  const readConfig = (path: string) =>
    path === 'there.yaml' ? { name: path, text: kong('clients: []') } : { error: 'not there' };
  it.each<[string, string, string, object]>([
    [
      'a file',
      '{"config":"there.yaml","kong":"3.9.1","routerFlavor":"expressions"}',
      'refused',
      { config: 'there.yaml', accepted: false },
    ],
    ['a text', '{"id":"a","config":"x","text":"_format_version: \\"3.0\\""}', 'accepted', { id: 'a', accepted: true }],
    ['a file that is not there', '{"config":"gone.yaml"}', 'bad', { error: 'not there' }],
    ['no JSON', '{', 'bad', { error: 'the line is not JSON' }],
    ['no object', '[]', 'bad', { error: 'the line is no JSON object' }],
    ['no config', '{}', 'bad', { error: 'config is not a text' }],
    ['a flavor that nobody knows', '{"config":"a","routerFlavor":"x"}', 'bad', {}],
    ['a version that nobody knows', '{"config":"there.yaml","kong":"1.0"}', 'bad', {}],
  ])('%s', (_, line, outcome, output) => {
    const answer = lintBatch(line, { readConfig }, { crypto });
    expect(answer.outcome).toBe(outcome);
    expect(answer.output).toMatchObject(output);
  });
});
