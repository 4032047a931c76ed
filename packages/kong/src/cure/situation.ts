import type { Place, Ports } from '@why401/core';
import type { FrameLine } from '@why401/core/report';
import type { ConfigFile, Entity, Gateway } from '../config/index.ts';
import type { Judgement } from '../judgement/index.ts';
import type { KongVersion } from '../versions/index.ts';
import type { WireRequest } from '../wire/request.ts';
import type { Opened } from './apply.ts';

/** The doors of the simulator, joined where an explanation is put together. `version`: of the explanation where absent. */
export interface Simulator {
  /** Undefined where Kong would refuse the files. */
  load(files: readonly ConfigFile[], version?: KongVersion): Gateway | undefined;
  judge(gateway: Gateway, request: WireRequest, otherwise: Otherwise): Judgement;
}

export interface Otherwise {
  readonly version?: KongVersion | undefined;
  /** Names or steps of checks that are taken as passed. */
  readonly assume?: readonly string[];
}

/** All that cures are found from. */
export interface Situation {
  readonly judgement: Judgement;
  readonly gateway: Gateway;
  readonly files: readonly ConfigFile[];
  /** Lines of a file around a place, secrets left out. */
  readonly frame: (place: Place) => readonly FrameLine[];
  readonly request: WireRequest;
  readonly simulator: Simulator;
  readonly ports: Ports;
  /** Files that were opened for editing. */
  readonly opened: Opened;
}

/** Seconds since the epoch, as the gateway's clock has them. */
export function nowOf({ ports }: Situation): number {
  return Math.floor(ports.clock.now() / 1000);
}

export type { Entity };
