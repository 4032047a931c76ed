import { describe, expect, it } from 'vitest';
import { readRelease } from './release.ts';
import type { SwitchName } from './switches-table.ts';

describe('a release by its name', () => {
  it.each<[string, string | undefined, boolean]>([
    ['3.9', '3.9', false],
    ['3.9.1', '3.9', false],
    ['3.4.2', '3.4', false],
    ['3.4.3.12', '3.4', false],
    ['2.8.5', '2.8', false],
    ['head', 'HEAD', false],
    ['3.10', '3.10', true],
    ['3.15.0.0', '3.15', true],
    ['v3.7.1', '3.7', false],
    ['3.16', undefined, false],
    ['2.7.0', undefined, false],
    ['4', undefined, false],
    ['', undefined, false],
    ['3.9.1-rc1', undefined, false],
    ['3.9.1.2.3', undefined, false],
  ])('%s is %s', (text, version, assumed) => {
    const read = readRelease(text);
    expect(read.ok ? [read.value.version, read.value.assumed] : undefined).toEqual(version && [version, assumed]);
  });
});

describe('a switch turns on in its release', () => {
  it.each<[SwitchName, string, string]>([
    ['tildeMarksRegex', '2.8.5', '3.0'],
    ['keepsCredentialUsername', '2.8', '3.0.0'],
    ['namesMethodNotAllowed', '3.0', '3.1'],
    ['readsAllPlaces', '3.1.1', '3.2.0'],
    ['errorsFollowAccept', '3.2.2', '3.3.0'],
    ['weighsAccept', '3.2', '3.3'],
    ['libraryConvertsEcdsa', '3.2', '3.3'],
    ['noticesTruncation', '2.8', '3.4'],
    ['plainErrorTitle', '3.3.1', '3.4.0'],
    ['opensslThree', '3.3', '3.4'],
    ['requestId', '3.4.2', '3.5.0'],
    ['requestId', '3.4.3.0', '3.4.3.1'],
    ['requestId', '2.8.4.4', '2.8.4.5'],
    ['requestId', '2.8.5', '2.8.4.6'],
    ['strictBase64url', '3.4.3.12', '3.5'],
    ['debugHeaderLimited', '3.4', '3.5'],
    ['namesTooLarge', '3.5', '3.6'],
    ['modernAlgorithms', '3.6.1', '3.7.0'],
    ['es384ChecksKey', '3.6', '3.7'],
    ['refusesTextAfterNul', '3.6', '3.7'],
    ['wwwAuthenticate', '3.7', '3.8'],
    ['publicKeyAsWritten', '3.8', '3.9'],
    ['namesMissingAnonymous', '3.9.3', '3.10'],
    ['namesMissingAnonymous', '3.9', 'HEAD'],
    ['commaAfterRealm', '3.10', '3.11'],
    ['commaAfterRealm', '3.9', 'HEAD'],
    ['failsOnUndottedTokens', '3.10', '3.11.0.0'],
    ['failsOnUndottedTokens', '3.11.0.9', '3.11.0.8'],
    ['failsOnUndottedTokens', '3.14', '3.14.0.1'],
    ['failsOnUndottedTokens', 'HEAD', '3.13.0.3'],
  ])('%s: not in %s, in %s', (name, before, from) => {
    const [old, fresh] = [before, from].map((text) => {
      const read = readRelease(text);
      return read.ok && read.value.switches[name];
    });
    expect([old, fresh]).toEqual([false, true]);
  });
});
