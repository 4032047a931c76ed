import type { Problem } from '@why401/core';
import { isObject, type Json, type JsonObject, member } from '@why401/core/json';
import { type Door, readDocument } from './listing.ts';

export type ControlPlanes =
  | { readonly ok: true; readonly ids: readonly string[]; readonly notes: readonly string[] }
  | { readonly ok: false; readonly problem: Problem };

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The control plane of that id or name, and of a group its members, whose entities its data planes get together. */
export async function findControlPlane(door: Door, named: string | undefined): Promise<ControlPlanes> {
  const { base } = door.target;
  const isId = named !== undefined && UUID.test(named);
  const query = new URLSearchParams({ 'page[size]': '100', ...(named !== undefined && { 'filter[name][eq]': named }) });
  const url = isId ? `${base}/control-planes/${named}` : `${base}/control-planes?${query}`;
  const read = await readDocument(door, url);
  if (!read.ok) return read;
  const found = isId ? [read.value as Json] : listIn(read.value);
  const planes = found
    .filter((one) => isObject(one))
    .filter((one) => isId || named === undefined || member(one, 'name') === named);
  const [plane] = planes;
  if (plane === undefined || planes.length > 1) return { ok: false, problem: unclear(url, named, planes) };
  const id = textOf(plane, 'id');
  const config = member(plane, 'config');
  const type = isObject(config) ? textOf(config, 'cluster_type') : '';
  const note = `Konnect: control plane ${textOf(plane, 'name')} (${type}). Its data planes choose the router: --router-flavor.`;
  if (!type.endsWith('CONTROL_PLANE_GROUP')) return { ok: true, ids: [id], notes: [note] };
  const members = await readDocument(door, `${base}/control-planes/${id}/group-memberships?page%5Bsize%5D=100`);
  if (!members.ok) return members;
  const ids = listIn(members.value).flatMap((one) => (isObject(one) ? [textOf(one, 'id')] : []));
  return { ok: true, ids, notes: [note, `It is a group: ${ids.length} members are read together.`] };
}

function listIn(value: JsonObject | undefined): readonly Json[] {
  const data = value === undefined ? undefined : member(value, 'data');
  return Array.isArray(data) ? data : [];
}

function textOf(value: JsonObject, name: string): string {
  const text = member(value, name);
  return typeof text === 'string' ? text : '';
}

const unclear = (url: string, named: string | undefined, planes: readonly JsonObject[]): Problem => ({
  code: planes.length === 0 ? 'konnect-control-plane-missing' : 'konnect-control-plane-unclear',
  message:
    planes.length === 0
      ? `the token sees no control plane${named === undefined ? '' : ` ${named}`} in this region`
      : `the token sees ${planes.length} control planes: ${planes
          .map((one) => textOf(one, 'name'))
          .join(', ')
          .slice(0, 300)}`,
  place: { url },
  hint: 'name one in the URL: https://eu.api.konghq.com/v2/control-planes/NAME, with your own region',
});
