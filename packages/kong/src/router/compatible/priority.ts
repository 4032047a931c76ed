import type { Part } from './split.ts';
import { isMarked } from './split.ts';

/** What the priority of a matcher is made of. */
export interface Weights {
  /** Attributes present. */
  readonly fields: number;
  /** `hosts` is a list without wildcards, even an empty one. */
  readonly plainHosts: boolean;
  readonly headers: number;
  readonly regex: boolean;
  readonly regexPriority: number;
  /** Bytes of the prefix. */
  readonly length: number;
}

/** Priorities as unsigned 64-bit numbers. */
export interface Priorities {
  /** In a process that has just started: what the recordings show. */
  readonly cold: bigint;
  /** In one that has computed some dozens of matchers. */
  readonly warm: bigint;
  /** As it was meant, and as `route_match_calculation=strict` packs it. */
  readonly strict: bigint;
}

const MOST_HEADERS = 255;
const LENGTH = 0x7ffff;
const PLAIN = 1n << 60n;
const REGEX = 1n << 51n;

const present = (list: readonly unknown[] | null): boolean => list !== null && list.length > 0;

export function weigh({ route, paths }: Part): Weights {
  const { methods, hosts, headers, snis, sources, destinations } = route;
  const names = Object.keys(headers ?? {}).length;
  const lists = [methods, hosts, paths, snis, sources, destinations];
  const regex = paths.some(isMarked);
  return {
    fields: lists.filter(present).length + (names > 0 ? 1 : 0),
    plainHosts: hosts !== null && !hosts.some((host) => host.includes('*')),
    headers: Math.min(names, MOST_HEADERS),
    regex,
    regexPriority: regex ? route.regexPriority : 0,
    length: paths.reduce((longest, path) => (isMarked(path) ? longest : Math.max(longest, path.length)), 0),
  };
}

/**
 * The shifts of 3.0 to 3.9 work on 32-bit numbers with their count modulo 32, so that fields meet in the same bits.
 * A negative one becomes 2^63 until LuaJIT has compiled the function (x86-64), and is sign-extended after.
 */
export function priorities(weights: Weights): Priorities {
  const { fields, plainHosts, headers, regex, regexPriority, length } = weights;
  const shifted = [fields << 29, headers << 20, regexPriority << 19] as const;
  const low = length & LENGTH;
  const flags = (plainHosts ? PLAIN : 0n) | (regex ? REGEX : 0n);
  const pack = (wide: (value: number) => bigint): bigint => {
    if (!plainHosts && !regex) return wide(shifted[0] | shifted[1] | shifted[2] | low);
    return wide(shifted[0]) | wide(shifted[1]) | wide(shifted[2]) | BigInt(low) | flags;
  };
  return { cold: pack(cold), warm: pack(warm), strict: strictly(weights) };
}

const cold = (value: number): bigint => (value >= 0 ? BigInt(value) : 1n << 63n);

const warm = (value: number): bigint => BigInt.asUintN(64, BigInt(value));

function strictly({ fields, plainHosts, headers, regex, regexPriority, length }: Weights): bigint {
  const priority = BigInt.asUintN(32, BigInt(Math.trunc(regexPriority)));
  return BigInt.asUintN(
    64,
    (BigInt(fields) << 61n) |
      (plainHosts ? PLAIN : 0n) |
      (BigInt(headers) << 52n) |
      (regex ? REGEX : 0n) |
      (priority << 19n) |
      BigInt(length & LENGTH),
  );
}
