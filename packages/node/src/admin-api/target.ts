import type { Problem, Read } from '@why401/core';

/** What is asked, as its URL says. */
export type Target =
  /** Kong's own Admin API; `base` ends without a slash. */
  | { readonly kind: 'admin-api'; readonly base: string }
  /** A control plane of Konnect, by its id or its name; undefined: the only one that the token sees. */
  | { readonly kind: 'konnect'; readonly base: string; readonly controlPlane: string | undefined };

/** `https://eu.api.konghq.com`, of one's own region; `.tech` is Kong's own for trials. */
const KONNECT = /^[a-z0-9-]+\.api\.konghq\.(?:com|tech)$/;
const CONTROL_PLANE = /^(?:\/v2)?\/control-planes\/([^/]+)\/?(?:core-entities\/?)?$/;

/** `http://localhost:8001`, `https://eu.api.konghq.com/v2/control-planes/NAME` */
export function readTarget(text: string): Read<Target> {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return { ok: false, problem: unreadable };
  }
  if (url.username !== '' || url.password !== '') return { ok: false, problem: userInformation };
  if (!/^https?:$/.test(url.protocol)) return { ok: false, problem: unreadable };
  if (url.search !== '' || url.hash !== '')
    return { ok: false, problem: { ...unreadable, place: { url: url.origin } } };
  if (!KONNECT.test(url.hostname))
    return { ok: true, value: { kind: 'admin-api', base: `${url.origin}${url.pathname.replace(/\/+$/, '')}` } };
  const [, named] = CONTROL_PLANE.exec(url.pathname) ?? [];
  if (named === undefined && !/^\/(?:v2\/?(?:control-planes\/?)?)?$/.test(url.pathname))
    return { ok: false, problem: { ...noControlPlane, place: { url: `${url.origin}${url.pathname}` } } };
  const controlPlane = named === undefined ? undefined : decodeURIComponent(named);
  return { ok: true, value: { kind: 'konnect', base: `${url.origin}/v2`, controlPlane } };
}

const unreadable: Problem = {
  code: 'admin-api-url',
  message: 'this is no URL of an Admin API',
  hint: 'give its root, without a query: http://localhost:8001',
};

const userInformation: Problem = {
  code: 'url-user-info-refused',
  message: 'the URL has a name or password before the host',
  hint: 'leave out what stands before @; a token comes from a file or the environment: --admin-token-env NAME',
};

const noControlPlane: Problem = {
  code: 'konnect-url',
  message: 'this URL of Konnect names no control plane',
  hint: 'write https://eu.api.konghq.com/v2/control-planes/NAME, with your own region and the name or id of the control plane',
};
