import type { Fetched, Problem } from '@why401/core';
import type { Target } from './target.ts';

/** Why a part of a gateway could not be read; the place is the URL that was asked. */
export function readingProblem(fetched: Fetched, { kind }: Target, hasToken: boolean): Problem {
  const place = { url: fetched.url };
  const [status, of] = [fetched.document?.status, kind === 'konnect' ? 'Konnect' : 'the Admin API'];
  if (status === 401)
    return {
      code: 'admin-api-unauthorized',
      message: hasToken ? `${of} does not take this token (401)` : `${of} wants a token (401)`,
      place,
      hint:
        kind === 'konnect'
          ? 'give a personal or system access token of this region: --admin-token-env NAME or --admin-token-file FILE'
          : 'give the one that goes into Kong-Admin-Token: --admin-token-env NAME or --admin-token-file FILE',
    };
  if (status === 403)
    return {
      code: 'admin-api-forbidden',
      message: `the token may not read this (403)`,
      place,
      hint:
        kind === 'konnect'
          ? 'give its owner the role Viewer on the control plane'
          : 'give its role the right to read all endpoints of the workspace, or name a workspace that it may read: --workspace NAME',
    };
  if (status === 404) return { ...notFound(kind), place };
  const { code = 'admin-api-failed', message = 'no answer came', hint } = fetched.problem ?? {};
  return { code, message, place, ...(hint !== undefined && { hint }) };
}

const notFound = (kind: Target['kind']): Problem =>
  kind === 'konnect'
    ? {
        code: 'konnect-control-plane-missing',
        message: 'Konnect knows no such control plane (404)',
        hint: 'check the region in the host name, and the name or id',
      }
    : {
        code: 'admin-api-not-found',
        message: 'there is no Admin API at this URL, or no such workspace (404)',
        hint: 'the Admin API listens on 8001 and 8444, the proxy on 8000 and 8443; check the name of the workspace',
      };

export const noSuchWorkspace = (url: string, workspace: string): Problem => ({
  code: 'admin-api-workspace-missing',
  message: `the gateway has no workspace ${workspace} (404)`,
  place: { url },
  hint: 'check the spelling and its case; GET /workspaces lists them, and a gateway without an Enterprise licence has none',
});

export const notListing = (url: string, what: string): Problem => ({
  code: 'admin-api-unreadable',
  message: `the answer is ${what}, where a listing of entities is wanted`,
  place: { url },
  hint: 'look at it with curl: a proxy, a login page or another service may answer in place of the Admin API',
});

export const loops = (url: string, next: string): Problem => ({
  code: 'admin-api-pages-loop',
  message: `the listing names a next page that was read already: ${next.slice(0, 200)}`,
  place: { url },
  hint: 'something between here and the gateway repeats an answer; look at the pages with curl',
});

export const tooManyPages = (url: string, most: number): Problem => ({
  code: 'admin-api-too-many-pages',
  message: `the listing has more than ${most} pages`,
  place: { url },
  hint: 'read one workspace at a time, or give a dump: deck gateway dump --skip-consumers -o kong.yaml',
});

export const tooMuch = (url: string): Problem => ({
  code: 'config-too-large',
  message: 'the gateway holds more than 64 MiB of configuration',
  place: { url },
  hint: 'read one workspace at a time, or give a dump: deck gateway dump --skip-consumers -o kong.yaml',
});
