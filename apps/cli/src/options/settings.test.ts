import { describe, expect, it } from 'vitest';
import { fakeIo } from '../testing/fake-io.ts';
import { type GlobalOptions, settingsOf } from './settings.ts';

const utf8 = { LANG: 'en_US.UTF-8', TERM: 'xterm-256color' };
const terminal = 80;

describe('colour', () => {
  it.each<[string, boolean, GlobalOptions, Record<string, string>, number | undefined]>([
    ['a terminal', true, {}, {}, terminal],
    ['a file', false, {}, {}, undefined],
    ['NO_COLOR on a terminal', false, {}, { NO_COLOR: '1' }, terminal],
    ['an empty NO_COLOR', true, {}, { NO_COLOR: '' }, terminal],
    ['FORCE_COLOR in a file', true, {}, { FORCE_COLOR: '1' }, undefined],
    ['FORCE_COLOR=0 on a terminal', false, {}, { FORCE_COLOR: '0' }, terminal],
    ['FORCE_COLOR against NO_COLOR', true, {}, { FORCE_COLOR: '1', NO_COLOR: '1' }, undefined],
    ['a dumb terminal', false, {}, { TERM: 'dumb' }, terminal],
    ['--color always against NO_COLOR', true, { color: 'always' }, { NO_COLOR: '1' }, undefined],
    ['--color never against FORCE_COLOR', false, { color: 'never' }, { FORCE_COLOR: '1' }, terminal],
  ])('%s: %s', async (_, expected, options, env, columns) => {
    const scene = { env: { ...utf8, ...env }, ...(columns === undefined ? {} : { terminal: columns }) };
    expect((await settingsOf(options, fakeIo(scene).io)).style.color).toBe(expected);
  });
});

describe('characters', () => {
  it.each<[string, boolean, GlobalOptions, Record<string, string>, string, number | undefined]>([
    ['a UTF-8 terminal', true, {}, utf8, 'linux', terminal],
    ['a file, whatever the locale', true, {}, { LANG: 'C' }, 'linux', undefined],
    ['a terminal with the C locale', false, {}, { LANG: 'C', TERM: 'xterm' }, 'linux', terminal],
    ['LC_ALL before LANG', false, {}, { ...utf8, LC_ALL: 'POSIX' }, 'linux', terminal],
    ['the console of the kernel', false, {}, { ...utf8, TERM: 'linux' }, 'linux', terminal],
    ['the old console of Windows', false, {}, {}, 'win32', terminal],
    ['Windows Terminal', true, {}, { WT_SESSION: 'x' }, 'win32', terminal],
    ['--ascii', false, { ascii: true }, utf8, 'linux', terminal],
  ])('%s: Unicode %s', async (_, expected, options, env, platform, columns) => {
    const scene = { env, platform, ...(columns === undefined ? {} : { terminal: columns }) };
    expect((await settingsOf(options, fakeIo(scene).io)).style.unicode).toBe(expected);
  });
});

describe('width', () => {
  it.each<[string, number | undefined, GlobalOptions, number | undefined]>([
    ['of the terminal', 80, {}, 80],
    ['without end off a terminal', Number.POSITIVE_INFINITY, {}, undefined],
    ['as given', 60, { width: '60' }, undefined],
  ])('%s: %s', async (_, expected, options, columns) => {
    const scene = columns === undefined ? {} : { terminal: columns };
    expect((await settingsOf(options, fakeIo(scene).io)).style.width).toBe(expected);
  });
});

describe('the clock', () => {
  it.each<[GlobalOptions, string]>([
    [{}, '2025-11-24T16:00:00.000Z'],
    [{ now: '1700000000' }, '2023-11-14T22:13:20.000Z'],
    [{ now: '1700000000123' }, '2023-11-14T22:13:20.123Z'],
    [{ now: '2025-07-01T16:00:00+05:30' }, '2025-07-01T10:30:00.000Z'],
    [{ now: '2025-07-01 16:00', tz: 'Europe/Berlin' }, '2025-07-01T14:00:00.000Z'],
  ])('%o', async (options, expected) => {
    expect(new Date((await settingsOf(options, fakeIo().io)).now).toISOString()).toBe(expected);
  });

  it('tells of a time that clocks show twice', async () => {
    const { notes } = await settingsOf({ now: '2025-10-26T02:30', tz: 'Europe/Berlin' }, fakeIo().io);
    expect(notes.map(({ code }) => code)).toEqual(['time-shown-twice']);
  });
});

describe('refused', () => {
  it.each<[GlobalOptions, string]>([
    [{ width: '10' }, 'bad-width'],
    [{ width: 'wide' }, 'bad-width'],
    [{ tz: 'Europe/Nowhere' }, 'zone-unknown'],
    [{ now: 'soon' }, 'time-unreadable'],
    [{ now: '2025-02-30' }, 'time-unreadable'],
  ])('%o: %s', async (options, code) => {
    await expect(settingsOf(options, fakeIo().io)).rejects.toMatchObject({ problems: [{ code }] });
  });
});
