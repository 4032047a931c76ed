export { check } from './check.ts';
export type { Credential, Ending, Exchange, PluginModel } from './exchange.ts';
export * from './jwt/index.ts';
export { truncationNotice } from './notices.ts';
export { shownUnknown, unknownIn } from './unknown-values.ts';
