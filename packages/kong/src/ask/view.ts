import type { Problem } from '@why401/core';
import { type Gateway, unheededSettings } from '../config/index.ts';
import { assumedNote, type Release } from '../versions/index.ts';

/** Smells that say what is not seen of the gateway; all others are the linter's. */
const LIMITS = /^(?:config-(?:partial-view|is-patch|is-plugin|plugin-unnamed|other-version)|kubernetes-)/;
/** So many are told. */
const MOST = 5;

/** What everybody who reads a verdict on this gateway has to know, one sentence each. */
export function viewNotes(gateway: Gateway, release: Release | undefined): readonly string[] {
  const unheeded = unheededSettings(gateway.settings);
  const limits = gateway.smells.filter(({ code }) => LIMITS.test(code));
  const more = limits.length - MOST;
  return [
    release === undefined ? undefined : assumedNote(release),
    unheeded.length === 0 ? undefined : `Not heeded, and taken as Kong usually has it: ${unheeded.join(', ')}.`,
    ...limits.slice(0, MOST).map(sentence),
    more > 0 ? `${more} more of this kind.` : undefined,
  ].filter((note) => note !== undefined);
}

function sentence({ message, place }: Problem): string {
  const where = [place?.file, place?.line].filter((part) => part !== undefined).join(':');
  return where === '' ? message : `${where}: ${message}`;
}
