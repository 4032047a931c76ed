import type { Fetcher, FetcherOptions } from '@why401/node/fetch';

/** A function is asked for them when they are needed. */
export type FetchDoorOptions = FetcherOptions | (() => Promise<FetcherOptions>);

/** The fetcher of this server, made when somebody first presses a button that asks an issuer. */
export type FetchDoor = () => Promise<Fetcher>;

export function createFetchDoor(options: FetchDoorOptions = {}): FetchDoor {
  let fetcher: Promise<Fetcher> | undefined;
  return () => {
    fetcher ??= open(options);
    return fetcher;
  };
}

async function open(options: FetchDoorOptions): Promise<Fetcher> {
  const { createFetcher } = await import('@why401/node/fetch');
  return createFetcher(typeof options === 'function' ? await options() : options);
}
