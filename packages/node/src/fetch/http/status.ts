import { StageFailure } from '../failure.ts';

type Words = readonly [code: string, message: string, hint: string];

const EXACT: Readonly<Record<number, Words>> = {
  401: [
    'http-unauthorized',
    'it wants credentials',
    'Key sets and metadata are public: something stands before the issuer.',
  ],
  403: [
    'http-forbidden',
    'it does not let this request in',
    'Look for a firewall or an allow list before the issuer; try from where the gateway runs.',
  ],
  404: [
    'http-not-found',
    'there is nothing at this URL',
    'Check path and tenant: the well-known path follows the whole issuer, its path included.',
  ],
  429: [
    'http-too-many-requests',
    'it gets too many requests from here',
    'Wait (Retry-After says how long); a gateway that loads keys too often sees the same.',
  ],
  503: ['http-unavailable', 'it is not available now, twice', 'Try again later.'],
};

/** What the status says, where it is not 200; a redirect is shown, never followed. */
export function statusFailure(status: number, location: string | undefined): StageFailure | undefined {
  if (status === 200) return undefined;
  if (status >= 300 && status < 400 && location !== undefined)
    return new StageFailure({
      code: 'redirect-refused',
      message: `The server answered ${status} and points to ${shown(location)}. Redirects are not followed: a document counts only where the issuer publishes it.`,
      hint: 'If that is the issuer you mean, ask for it by its own name.',
    });
  const [code, message, hint] = EXACT[status] ?? wordsOf(status);
  return new StageFailure({ code, message: `The server answered ${status}: ${message}.`, hint }, status === 503);
}

const wordsOf = (status: number): Words =>
  status >= 500
    ? ['http-server-error', 'it failed itself', 'Its own log says why; try again later.']
    : ['http-status', 'a document comes with 200', 'Check the URL.'];

const LONGEST_SHOWN = 500;
const shown = (location: string): string =>
  location.length > LONGEST_SHOWN ? `${location.slice(0, LONGEST_SHOWN)}…` : location;
