import { fixedClock } from '@why401/node';
import { createCrypto } from '@why401/node/crypto';
import { mintToken, secretKey } from '@why401/testkit';
import { describe, expect, it } from 'vitest';
import { type Asked, actualReplyOf, createAsker, notToExplain, readAsked } from './index.ts';

const NOW = 1_764_000_000;
const ports = { crypto: createCrypto(), clock: fixedClock(NOW * 1000) };
const secret = 'the secret of this test, long enough';
const mint = (exp: number): string =>
  mintToken({ key: secretKey('HS256', 'k', secret), claims: { iss: 'app', sub: 'alice@a.example', exp } });
const text = `_format_version: "3.0"
services:
- name: strict
  url: http://strict.internal
  routes: [{name: strict, paths: [/strict]}, {name: strict-too, paths: [/too]}]
  plugins: [{name: jwt, config: {claims_to_verify: [exp]}}]
- name: lax
  url: http://lax.internal
  routes: [{name: lax, paths: [/lax]}]
  plugins: [{name: jwt}]
consumers:
- username: app
  jwt_secrets: [{key: app, algorithm: HS256, secret: "${secret}"}]
`;

function ask(paste: string, more: object = {}, config = text, cures: 'now' | 'later' = 'now'): Asked {
  const asking = createAsker([{ name: 'kong.yaml', text: config }], {}, ports);
  const read = readAsked(paste, 'the paste');
  if (!asking.ok) return asking;
  if (!read.ok) return { ok: false, problems: [read.problem] };
  return asking.asker.ask({ paste: read.value, name: 'the paste', ...more }, { zone: 'UTC', as: 'diff', cures });
}

const curl = (path: string, token: string): string =>
  `curl https://a.example${path} -H 'Authorization: Bearer ${token}'`;
const [good, expired] = [mint(NOW + 600), mint(NOW - 600)];

describe('a question', () => {
  it.each<[string, string, object, string, number]>([
    ['a request that is accepted', curl('/strict', good), {}, 'accepted', 0],
    ['a request that is rejected', curl('/strict', expired), {}, 'rejected', 0],
    ['an acceptance that should worry', curl('/lax', expired), {}, 'accepted', 0],
    ['a bare token, whose worst verdict counts', expired, {}, 'rejected', 2],
    ['a bare token for a route', expired, { route: 'lax' }, 'accepted', 1],
  ])('%s', (_, paste, more, verdict, notes) => {
    const asked = ask(paste, more);
    expect(asked.ok && asked.answer.verdict).toBe(verdict);
    expect(asked.ok && asked.answer.notes.length).toBe(notes);
    expect(asked.ok && asked.answer.report().sections.length).toBeGreaterThan(0);
  });

  it.each([
    ['3.12', ['Kong 3.12 is closed source']],
    ['3.9', []],
  ])('says of Kong %s whether it is known', (version, wanted) => {
    const asking = createAsker([{ name: 'kong.yaml', text }], { version }, ports);
    const read = readAsked(curl('/strict', good), 'the paste');
    if (!asking.ok || !read.ok) throw new Error('both can be read');
    const asked = asking.asker.ask({ paste: read.value, name: 'the paste' }, { zone: 'UTC', as: 'diff' });
    expect(asked.ok ? asked.answer.notes.map((note) => note.split(':')[0]) : asked).toEqual(wanted);
  });

  it.each<[string, string, readonly string[]]>([
    ['a part of it', `_info: {select_tags: [a]}\n${text}`, ['kong.yaml:1: the file holds only what is tagged a']],
    [
      'settings that are not heeded',
      'nginx_http_merge_slashes = off',
      ['Not heeded, and taken as Kong usually has it'],
    ],
    ['what limits nothing', `${text}_comment: x\n_comment: y\n`, []],
  ])('tells %s', (_, config, wanted) => {
    const files = [{ name: 'kong.yaml', text: config.includes('=') ? text : config }];
    const all = config.includes('=') ? [...files, { name: 'kong.conf', text: config }] : files;
    const asking = createAsker(all, {}, ports);
    const read = readAsked(curl('/strict', good), 'the paste');
    if (!asking.ok || !read.ok) throw new Error('both can be read');
    const asked = asking.asker.ask({ paste: read.value, name: 'the paste' }, { zone: 'UTC', as: 'diff' });
    expect(asked.ok ? asked.answer.notes.map((note) => note.split(/[:;] (?=nginx|the gateway)/)[0]) : asked).toEqual(
      wanted,
    );
  });

  it('tells routes that would answer alike', () => {
    const asked = ask(expired);
    expect(asked.ok && asked.answer.notes[0]).toContain('(1 more route has the same jwt configuration)');
  });

  it('is answered without cures first, with the same verdict', () => {
    const [soon, whole] = (['later', 'now'] as const).map((cures) => {
      const asked = ask(curl('/strict', expired), {}, text, cures);
      return asked.ok ? (asked.answer.json() as { reply: object; cures: object[] }) : undefined;
    });
    expect(soon?.reply).toEqual(whole?.reply);
    expect([soon?.cures.length, (whole?.cures.length ?? 0) > 0]).toEqual([0, true]);
  });

  it('names what must not be given away', () => {
    const asked = ask(curl('/strict', good));
    expect(asked.ok && [...(asked.answer.known.secrets ?? [])]).toEqual([good]);
    expect(asked.ok && [...(asked.answer.known.personal ?? [])]).toContain('alice@a.example');
  });

  it('that is asked again is answered as before', () => {
    const asking = createAsker([{ name: 'kong.yaml', text }], {}, ports);
    const read = readAsked(curl('/strict', expired), 'the paste');
    if (!asking.ok || !read.ok) throw new Error('both can be read');
    const answers = [0, 1].map(() => {
      const asked = asking.asker.ask({ paste: read.value, name: 'the paste' }, { zone: 'UTC', as: 'diff' });
      return asked.ok ? asked.answer.json() : asked;
    });
    expect(answers[1]).toEqual(answers[0]);
  });

  it.each<[string, string, object, string, string]>([
    ['nothing', 'hello there', {}, text, 'no-token'],
    ['a configuration', text, {}, text, 'config-not-token'],
    ['an answer', 'HTTP/1.1 401 Unauthorized\r\n\r\n{}', {}, text, 'reply-not-request'],
    ['binary', '\0\u0001\u0002\u0003', {}, text, 'input-binary'],
    ['a route that is not there', good, { route: 'nowhere' }, text, 'route-not-found'],
    ['a file that nobody can read', good, {}, 'services: [', 'yaml-syntax'],
    ['a file that Kong refuses', good, {}, 'services: [{host: 1}]', 'type-wrong'],
  ])('with %s has a problem', (_, paste, more, config, code) => {
    const asked = ask(paste, more, config);
    expect(asked.ok ? [] : asked.problems.map((problem) => problem.code).slice(0, 1)).toEqual([code]);
  });
});

describe('a real answer', () => {
  it('is the last of a chain', () => {
    const read = actualReplyOf('HTTP/1.1 302 Found\r\n\r\n\r\nHTTP/1.1 401 Unauthorized\r\n\r\n{}', 'a');
    expect(read.ok && read.value.status).toBe(401);
  });

  it('is asked for where there is none', () => {
    expect(actualReplyOf('prose', 'a.txt')).toMatchObject({ problem: { code: 'not-a-reply' } });
  });
});

describe('names in problems', () => {
  it.each([
    ['standard input', 'Standard input is a JWK set'],
    ['the paste', 'The paste is a JWK set'],
    ['the keys.json', 'the keys.json is a JWK set'],
  ])('%s', (name, start) => {
    expect(notToExplain('jwks', name).message.startsWith(start)).toBe(true);
  });
});
