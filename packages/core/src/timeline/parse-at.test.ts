import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAt } from './parse-at.ts';
import { instantAt, offsetAt, wallAt, wallMs } from './zone.ts';

const at = (text: string, zone: string, now: string) => parseAt(text, { now: Date.parse(now), zone });
const iso = (ms: number) => new Date(ms).toISOString().replace('.000Z', 'Z');

describe('parseAt', () => {
  it.each([
    ['14:10', 'UTC', '2026-01-15T03:00:00Z', '2026-01-15T14:10:00Z'],
    ['9:05', 'UTC', '2026-01-15T03:00:00Z', '2026-01-15T09:05:00Z'],
    ['14:10:30.5', 'UTC', '2026-01-15T03:00:00Z', '2026-01-15T14:10:30.500Z'],
    // The day is the one in the zone, not in UTC.
    ['00:30', 'Europe/Berlin', '2026-01-15T23:30:00Z', '2026-01-15T23:30:00Z'],
    ['14:10', 'America/New_York', '2026-01-15T03:00:00Z', '2026-01-14T19:10:00Z'],
    ['14:10', 'Asia/Kathmandu', '2026-01-15T03:00:00Z', '2026-01-15T08:25:00Z'],
    ['14:10Z', 'Europe/Berlin', '2026-01-15T03:00:00Z', '2026-01-15T14:10:00Z'],
    ['14:10+05:45', 'UTC', '2026-01-15T20:00:00Z', '2026-01-16T08:25:00Z'],
    ['2026-07-01T14:10', 'Europe/Berlin', '2026-01-15T03:00:00Z', '2026-07-01T12:10:00Z'],
    ['2026-07-01 14:10:05', '+05:45', '2026-01-15T03:00:00Z', '2026-07-01T08:25:05Z'],
    ['2026-07-01T14:10:00z', 'Europe/Berlin', '2026-01-15T03:00:00Z', '2026-07-01T14:10:00Z'],
    ['2026-07-01', 'America/New_York', '2026-01-15T03:00:00Z', '2026-07-01T04:00:00Z'],
    ['2024-02-29', 'UTC', '2026-01-15T03:00:00Z', '2024-02-29T00:00:00Z'],
    ['0099-03-01', 'UTC', '2026-01-15T03:00:00Z', '0099-03-01T00:00:00Z'],
    ['1772374200', 'UTC', '2026-01-15T03:00:00Z', '2026-03-01T14:10:00Z'],
    ['1772374200.5', 'UTC', '2026-01-15T03:00:00Z', '2026-03-01T14:10:00.500Z'],
    ['@60', 'UTC', '2026-01-15T03:00:00Z', '1970-01-01T00:01:00Z'],
  ])('reads %s in %s', (text, zone, now, wanted) => {
    expect(at(text, zone, now)).toEqual({ ok: true, value: { instant: Date.parse(wanted), notes: [] } });
  });

  it.each([
    // Gaps: as far behind the gap as the clock is into it.
    ['02:30', 'Europe/Berlin', '2026-03-29T12:00:00Z', '2026-03-29T01:30:00Z', 'time-skipped', '02:00 to 03:00'],
    ['02:30', 'America/New_York', '2026-03-08T12:00:00Z', '2026-03-08T07:30:00Z', 'time-skipped', '02:00 to 03:00'],
    ['02:15', 'Australia/Lord_Howe', '2026-10-03T20:00:00Z', '2026-10-03T15:45:00Z', 'time-skipped', '02:00 to 02:30'],
    [
      '2011-12-30T12:00',
      'Pacific/Apia',
      '2026-01-15T03:00:00Z',
      '2011-12-30T22:00:00Z',
      'time-skipped',
      '00:00 to 00:00',
    ],
    // Overlaps: the first of the two.
    ['02:30', 'Europe/Berlin', '2026-10-25T12:00:00Z', '2026-10-25T00:30:00Z', 'time-shown-twice', '03:00 to 02:00'],
    ['01:30', 'America/New_York', '2026-11-01T12:00:00Z', '2026-11-01T05:30:00Z', 'time-shown-twice', '02:00 to 01:00'],
    [
      '01:45',
      'Australia/Lord_Howe',
      '2026-04-04T20:00:00Z',
      '2026-04-04T14:45:00Z',
      'time-shown-twice',
      '02:00 to 01:30',
    ],
  ])('says how it read %s in %s', (text, zone, now, wanted, code, jump) => {
    const read = at(text, zone, now);
    if (!read.ok) throw new Error(read.problem.message);
    expect(iso(read.value.instant)).toBe(wanted);
    expect(read.value.notes).toHaveLength(1);
    expect(read.value.notes[0]?.code).toBe(code);
    expect(read.value.notes[0]?.message).toContain(jump);
  });

  it('says that a long number was read as milliseconds', () => {
    const read = at('1772374200000', 'UTC', '2026-01-15T03:00:00Z');
    expect(read.ok && iso(read.value.instant)).toBe('2026-03-01T14:10:00Z');
    expect(read.ok && read.value.notes.map(({ code }) => code)).toEqual(['time-in-milliseconds']);
  });

  it.each([
    ['', 'UTC', 'time-unreadable'],
    ['noon', 'UTC', 'time-unreadable'],
    ['25:00', 'UTC', 'time-unreadable'],
    ['24:00', 'UTC', 'time-unreadable'],
    ['14:60', 'UTC', 'time-unreadable'],
    ['14:10:60', 'UTC', 'time-unreadable'],
    ['2026-02-30', 'UTC', 'time-unreadable'],
    ['2026-13-01', 'UTC', 'time-unreadable'],
    ['1410', 'UTC', 'time-unreadable'],
    ['99999999999999999', 'UTC', 'time-out-of-range'],
    [`@${'9'.repeat(400)}`, 'UTC', 'time-out-of-range'],
    ['14:10', 'Europe/Atlantis', 'zone-unknown'],
    ['14:10', '+99:00', 'zone-unknown'],
  ])('refuses %j in %s', (text, zone, code) => {
    const read = at(text, zone, '2026-01-15T03:00:00Z');
    expect(read.ok ? 'read' : read.problem.code).toBe(code);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.integer({ min: -8.64e15, max: 8.64e15 }), (text, zone, now) => {
        parseAt(text, { now, zone });
        parseAt(text, { now, zone: 'Europe/Berlin' });
      }),
    );
  });
});

describe('zones', () => {
  const zones = ['UTC', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', '-03:30'];

  it('come back to the instant they were asked about, or to its twin of the same clock', () => {
    const instant = fc.integer({ min: Date.UTC(1950, 0), max: Date.UTC(2037, 0) });
    fc.assert(
      fc.property(fc.constantFrom(...zones), instant, (zone, ms) => {
        const wall = wallMs(wallAt(zone, ms));
        if (wall === undefined) throw new Error('a wall clock that shows no time');
        const read = instantAt(zone, wall);
        expect(read.kind).not.toBe('skipped');
        expect(read.kind === 'twice' ? [read.instant, read.second] : [read.instant]).toContain(ms);
      }),
    );
  });

  it.each([
    ['Asia/Kathmandu', '2026-01-15T03:00:00Z', 345],
    ['Asia/Kathmandu', '1980-01-15T03:00:00Z', 330],
    ['Australia/Lord_Howe', '2026-07-15T03:00:00Z', 630],
    ['Australia/Lord_Howe', '2026-01-15T03:00:00Z', 660],
    ['America/New_York', '0044-03-15T00:00:00Z', -296 - 2 / 60],
  ])('%s at %s', (zone, when, minutes) => {
    expect(offsetAt(zone, Date.parse(when))).toBeCloseTo(minutes * 60_000, 3);
  });

  it.each([-8.64e15, 8.64e15])('hold at the ends of the calendar (%d)', (ms) => {
    for (const zone of zones) expect(Number.isFinite(wallAt(zone, ms).year)).toBe(true);
  });
});
