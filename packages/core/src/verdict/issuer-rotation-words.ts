import { bad, type Line, line, type Section, value } from '../report/index.ts';
import type { RotatedKey, Rotation } from './issuer-rotation.ts';

export const nameOf = ({ kid, alg, kty, fingerprint }: RotatedKey): string =>
  `${kid ?? fingerprint} (${alg ?? kty ?? '?'})`;

/** @param zone as `Intl` names it */
export function rotationSection(rotation: Rotation, zone: string): Section {
  const { came, went, stayed, renamed, replaced, tokensUntil, safeRemoval } = rotation;
  const list = (keys: readonly RotatedKey[]): string => keys.map(nameOf).join(', ');
  const time = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium', timeZone: zone });
  const lines: readonly (Line | undefined)[] = [
    came.length === 0 ? undefined : line`Came: ${value(list(came))}`,
    went.length === 0 ? undefined : line`Went: ${value(list(went))}`,
    stayed.length === 0 ? undefined : line`Stayed: ${value(list(stayed))}`,
    came.length + went.length > 0 ? undefined : line`Nothing was rotated between the two.`,
    ...renamed.map(
      ({ from, to }) => line`The key ${value(from ?? 'without kid')} is now called ${value(to ?? 'without kid')}.`,
    ),
    ...replaced.map(
      (kid) => line`${bad('Another key')} has the kid ${value(kid)}: who remembers the old one refuses new tokens.`,
    ),
    went.length === 0 || tokensUntil !== undefined
      ? undefined
      : line`Until when tokens of the vanished keys live is not known: give --token-lifetime and evidence with times.`,
    tokensUntil === undefined
      ? undefined
      : line`Tokens signed with a vanished key live until ${time.format(tokensUntil)} ${zone} at the latest, and fail already for who fetches the set anew.`,
    safeRemoval === undefined || stayed.length === 0
      ? undefined
      : line`A key that no longer signs may be taken out from ${time.format(safeRemoval)} ${zone} on.`,
  ];
  return {
    id: 'rotation',
    title: 'Since',
    blocks: [{ kind: 'text', lines: lines.filter((one) => one !== undefined) }],
  };
}

/** The same as `--json` tells it. */
export function rotationDocument({
  came,
  went,
  stayed,
  renamed,
  replaced,
  tokensUntil,
  safeRemoval,
}: Rotation): object {
  return {
    came: came.map(keyDocument),
    went: went.map(keyDocument),
    stayed: stayed.map(keyDocument),
    renamed: renamed.map(({ from, to }) => ({ from: from ?? null, to: to ?? null })),
    replaced,
    tokensUntil: tokensUntil ?? null,
    safeRemoval: safeRemoval ?? null,
  };
}

const keyDocument = ({ kid, kty, alg, fingerprint }: RotatedKey): object => ({
  kid: kid ?? null,
  kty: kty ?? null,
  alg: alg ?? null,
  fingerprint,
});
