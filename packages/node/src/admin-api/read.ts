import type { FetchCredential, FetchJson, Problem } from '@why401/core';
import { member } from '@why401/core/json';
import { findControlPlane } from './konnect.ts';
import { type Door, type Listed, listPages, type Page, readDocument } from './listing.ts';
import { noSuchWorkspace } from './problems.ts';
import { readTarget, type Target } from './target.ts';
import { type Place, placesOf } from './workspaces.ts';

export interface AdminApiOptions {
  /** What goes into the header; absent: none is sent. */
  readonly token?: () => string;
  /** Header of the token where it is not `Kong-Admin-Token` (`rbac_auth_header`). */
  readonly tokenHeader?: string;
  /** Absent: every workspace, as one router serves them all. */
  readonly workspace?: string;
}

export type AdminApiRead =
  | { readonly ok: true; readonly pages: readonly Page[]; readonly notes: readonly string[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** What every gateway lists, and what decides over a request. */
const ALWAYS = ['services', 'routes', 'plugins', 'consumers'];
/** What it lists only where the plugin is enabled or the edition has it: a 404 is an answer. */
const PERHAPS = ['jwts', 'acls', 'key-auths', 'basic-auths', 'hmac-auths', 'consumer_groups', 'upstreams', 'vaults'];

/** Reads a running gateway, GET alone: one text for each page, under its URL. Never throws. */
export async function readAdminApi(
  url: string,
  fetchJson: FetchJson,
  options: AdminApiOptions = {},
): Promise<AdminApiRead> {
  const target = readTarget(url);
  if (!target.ok) return { ok: false, problems: [target.problem] };
  const credential = credentialOf(target.value, options);
  const request = { namedBy: 'person' as const, ...(credential !== undefined && { credential }) };
  const door: Door = { target: target.value, fetchJson, request, read: 0 };
  return target.value.kind === 'konnect'
    ? readKonnect(door, target.value.controlPlane, options)
    : readKong(door, options);
}

function credentialOf(target: Target, { token, tokenHeader }: AdminApiOptions): FetchCredential | undefined {
  if (token === undefined) return undefined;
  const { origin } = new URL(target.base);
  if (target.kind === 'konnect') return { header: 'Authorization', origin, reveal: () => `Bearer ${token()}` };
  return { header: tokenHeader ?? 'Kong-Admin-Token', origin, reveal: token };
}

async function readKong(door: Door, options: AdminApiOptions): Promise<AdminApiRead> {
  const { base } = door.target;
  const root = await readDocument(
    door,
    options.workspace === undefined ? `${base}/` : `${base}/${encodeURIComponent(options.workspace)}/kong`,
  );
  if (!root.ok && root.status === 404 && options.workspace !== undefined)
    return { ok: false, problems: [noSuchWorkspace(`${base}/${options.workspace}`, options.workspace)] };
  if (!root.ok) return { ok: false, problems: [root.problem] };
  const version = root.value === undefined ? undefined : member(root.value, 'version');
  if (typeof version !== 'string') return { ok: false, problems: [notKong(`${base}/`)] };
  const places = await placesOf(door, options.workspace);
  if (!places.ok) return { ok: false, problems: [places.problem] };
  const notes = [`${base} is Kong ${version}.`, ...places.notes];
  return joined(await Promise.all(places.places.map((place) => readPlace(door, place))), root.pages, notes);
}

async function readKonnect(door: Door, named: string | undefined, options: AdminApiOptions): Promise<AdminApiRead> {
  if (options.workspace !== undefined) return { ok: false, problems: [noWorkspaces(door.target.base)] };
  const found = await findControlPlane(door, named);
  if (!found.ok) return { ok: false, problems: [found.problem] };
  const parts = await Promise.all(
    found.ids.map((id) =>
      readPlace(door, { base: `${door.target.base}/control-planes/${encodeURIComponent(id)}/core-entities`, name: id }),
    ),
  );
  return joined(parts, [], found.notes);
}

async function readPlace(door: Door, { base }: Place): Promise<readonly Listed[]> {
  const always = ALWAYS.map((path) => listPages(door, `${base}/${path}`));
  const perhaps = PERHAPS.map(async (path): Promise<Listed> => {
    const listed = await listPages(door, `${base}/${path}`);
    return !listed.ok && listed.status === 404 ? { ok: true, pages: [] } : listed;
  });
  return Promise.all([...always, ...perhaps]);
}

function joined(
  parts: readonly (readonly Listed[])[],
  before: readonly Page[],
  notes: readonly string[],
): AdminApiRead {
  const problems = parts.flat().flatMap((listed) => (listed.ok ? [] : [listed.problem]));
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, pages: [...before, ...parts.flat().flatMap((listed) => (listed.ok ? listed.pages : []))], notes };
}

const notKong = (url: string): Problem => ({
  code: 'admin-api-not-kong',
  message: 'what answers here is no Admin API of Kong: it does not say its version',
  place: { url },
  hint: 'the Admin API listens on 8001 and 8444, Kong Manager on 8002, the proxy on 8000 and 8443',
});

const noWorkspaces = (url: string): Problem => ({
  code: 'konnect-workspace',
  message: 'Konnect has control planes instead of workspaces',
  place: { url },
  hint: 'name the control plane in the URL: https://eu.api.konghq.com/v2/control-planes/NAME',
});
