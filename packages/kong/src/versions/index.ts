export { isAtLeast, type LoaderRules, loaderRules } from './loader.ts';
export type { Release } from './release.ts';
export { assumedNote, defaultVersion, readRelease } from './release.ts';
export { SWITCHES, type Switches, type SwitchName } from './switches-table.ts';

/** The gateways whose behaviour is known. `HEAD` is the open-source master after 3.9. */
export type KongVersion =
  | '2.8'
  | '3.0'
  | '3.1'
  | '3.2'
  | '3.3'
  | '3.4'
  | '3.5'
  | '3.6'
  | '3.7'
  | '3.8'
  | '3.9'
  | 'HEAD'
  | '3.10'
  | '3.11'
  | '3.12'
  | '3.13'
  | '3.14'
  | '3.15';

export type RouterFlavor = 'traditional' | 'traditional_compatible' | 'expressions';
