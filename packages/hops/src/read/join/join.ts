import type { Gateway } from '@why401/kong/config';
import type { Addresses, HopRecord, SentRequest } from '../../record/index.ts';
import { askedOf, exchangeOf, whyNotUsed } from './asked.ts';
import { balancersOf, sidesOf } from './balancers.ts';
import { accessLinesOf, entryOf, errorLinesOf } from './kong.ts';
import type { Asked, Joined, Material } from './model.ts';

export interface JoinOptions {
  /** Which request is meant, where that was found out before. */
  readonly asked?: Asked | null;
  readonly requestId?: string | null;
  readonly gateway?: Gateway | null;
  readonly kong?: string | null;
  readonly settings?: Readonly<Record<string, string>> | null;
  readonly addresses?: Addresses;
}

const NOWHERE: Addresses = { lb1: null, kong: null, lb2: null, server: null };

/**
 * One request out of everything that was read: the one whose id was given, else the one that the answer belongs to,
 * else the newest that failed. A log that was given and has no line of it leaves an empty list: evidence of its own.
 */
export function join(material: Material, options: JoinOptions = {}): Joined {
  const { requestId = null, gateway = null, kong = null, settings = null, addresses = NOWHERE } = options;
  const exchange = exchangeOf(material.exchanges, requestId);
  const asked = options.asked ?? askedOf(material, exchange, requestId);
  const { errors, accesses, entries } = material;
  const entry = entries && (asked === null ? null : entryOf(entries, asked));
  const record: HopRecord = {
    id: asked?.requestId ?? asked?.target ?? 'request',
    request: exchange?.request ?? null,
    client: exchange?.answer ?? null,
    errorLines: errors && (asked === null ? [] : errorLinesOf(errors, asked, entry)),
    accessLines: accesses && (asked === null ? [] : accessLinesOf(accesses, asked)),
    entry,
    entryGiven: entries !== null,
    lb1: null,
    lb2: null,
    gateway,
    kong: kong ?? versionOf(exchange?.answer?.headers ?? []),
    settings,
    addresses,
  };
  const { lb1, lb2, problems } = balancersOf(material.balancers, sidesOf(record, asked));
  const unused = whyNotUsed(material, exchange, asked);
  return {
    asked,
    exchange,
    record: { ...record, lb1, lb2 },
    problems: unused === null ? problems : [unused, ...problems],
  };
}

/** `Via: 1.1 kong/3.9.1` */
const versionOf = (headers: SentRequest['headers']): string | null =>
  headers
    .flatMap(([name, value]) =>
      name === 'via' || name === 'server' ? (/\bkong\/(\d+\.\d+(?:\.\d+)*)/.exec(value)?.[1] ?? []) : [],
    )
    .at(-1) ?? null;
