import type { RequestHandler } from 'express';
import type { Clerk } from '../clerk/index.ts';
import type { FetchDoor } from '../fetch-door.ts';
import type { Memory } from '../memory.ts';

/** What a route works with. */
export interface Context {
  readonly version: string;
  /** Folder of the built page and the examples. */
  readonly pages: string;
  readonly memory: Memory;
  readonly clerk: Clerk;
  /** The one way to other servers. */
  readonly fetchDoor: FetchDoor;
  /** The page was opened by this target: a ticket in it is worth nothing any more. */
  opened(target: string): void;
}

export interface Route {
  readonly method: 'get' | 'post';
  readonly path: string;
  /** The page and its files, which a browser opens without the secret. */
  readonly open: boolean;
  handle(context: Context): RequestHandler;
}
