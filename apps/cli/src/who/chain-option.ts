import type { ChainNames } from '@why401/hops/report';
import { fail } from '../failure.ts';

const KONG = /^kong\b/i;

/**
 * `f5,kong,nginx,server`: what stands before Kong and behind it, in order. Of several on one side the nearest to Kong
 * is meant, since Kong's logs tell of its own neighbours.
 * @throws Failure `chain-without-kong`
 */
export function readChain(text: string | undefined): ChainNames {
  if (text === undefined) return {};
  const names = text.split(',').map((name) => name.trim());
  const kong = names.findIndex((name) => KONG.test(name));
  if (kong < 0)
    fail('chain-without-kong', 'There is no kong in this chain.', 'why401 who --chain f5,kong,nginx,server');
  const before = names.slice(0, kong).filter((name) => !/^client$/i.test(name));
  const behind = names.slice(kong + 1);
  const server = behind.at(-1);
  return {
    lb1: before.at(-1) ?? null,
    lb2: behind.slice(0, -1).at(0) ?? null,
    ...(server !== undefined && { server }),
  };
}
