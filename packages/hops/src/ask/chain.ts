import type { Read } from '@why401/core';
import type { ChainNames } from '../report/index.ts';

const KONG = /^kong\b/i;

/**
 * `f5,kong,nginx,server`: what stands before Kong and behind it, in order. Of several on one side the nearest to Kong
 * is meant, since Kong's logs tell of its own neighbours.
 * @returns problem `chain-without-kong`
 */
export function readChain(text: string | undefined): Read<ChainNames> {
  if (text === undefined) return { ok: true, value: {} };
  const names = text.split(',').map((name) => name.trim());
  const kong = names.findIndex((name) => KONG.test(name));
  if (kong < 0) return { ok: false, problem: WITHOUT_KONG };
  const before = names.slice(0, kong).filter((name) => !/^client$/i.test(name));
  const behind = names.slice(kong + 1);
  const server = behind.at(-1);
  const value = {
    lb1: before.at(-1) ?? null,
    lb2: behind.slice(0, -1).at(0) ?? null,
    ...(server !== undefined && { server }),
  };
  return { ok: true, value };
}

const WITHOUT_KONG = {
  code: 'chain-without-kong',
  message: 'There is no kong in this chain.',
  hint: 'why401 who --chain f5,kong,nginx,server',
} as const;
