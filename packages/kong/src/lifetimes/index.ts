export { type LifetimeOptions, lifetimesOf } from './lifetimes.ts';
