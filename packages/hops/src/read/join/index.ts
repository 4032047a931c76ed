export { exchangeOf, idOf } from './asked.ts';
export { type JoinOptions, join } from './join.ts';
export type { Asked, BalancerLog, Joined, Material } from './model.ts';
