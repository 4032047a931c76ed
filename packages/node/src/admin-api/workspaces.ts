import type { Problem } from '@why401/core';
import { isObject, member, parseJson } from '@why401/core/json';
import { type Door, listPages } from './listing.ts';

/** Where entities are listed: the root of a workspace, or of a control plane. */
export interface Place {
  readonly base: string;
  readonly name: string;
}

export type Places =
  | { readonly ok: true; readonly places: readonly Place[]; readonly notes: readonly string[] }
  | { readonly ok: false; readonly problem: Problem };

/** One router serves the Routes of every workspace, so that all are read where none is named. */
export async function placesOf(door: Door, workspace: string | undefined): Promise<Places> {
  const { base } = door.target;
  if (workspace !== undefined)
    return {
      ok: true,
      places: [{ base: `${base}/${encodeURIComponent(workspace)}`, name: workspace }],
      notes: [`Only the workspace ${workspace} was read: routes of other workspaces compete with its own.`],
    };
  const listed = await listPages(door, `${base}/workspaces`);
  const single = { ok: true as const, places: [{ base, name: 'default' }] };
  // The open-source edition has no workspaces to list.
  if (!listed.ok && listed.status === 404) return { ...single, notes: [] };
  if (!listed.ok && listed.status === 403)
    return { ...single, notes: ['The token may not list workspaces: only the default one was read.'] };
  if (!listed.ok) return listed;
  const names = listed.pages.flatMap(({ text }) => namesIn(text));
  if (names.length < 2) return { ...single, notes: [] };
  const places = names.map((name) => ({ base: `${base}/${encodeURIComponent(name)}`, name }));
  return { ok: true, places, notes: [`Workspaces: ${names.join(', ')}.`] };
}

export function namesIn(text: string): readonly string[] {
  const page = parseJson(text);
  const data = isObject(page) ? member(page, 'data') : undefined;
  if (!Array.isArray(data)) return [];
  return data.flatMap((one) => {
    const name = isObject(one) ? member(one, 'name') : undefined;
    return typeof name === 'string' ? [name] : [];
  });
}
