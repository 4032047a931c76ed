export { Hidden } from './hidden.ts';
export type * from './model.ts';
export { asAdminApi, asDeck, asDiff } from './print/index.ts';
export { proposeCures } from './propose/index.ts';
export { shortened } from './propose/shortened.ts';
export { type Proven, proveCures } from './prove.ts';
export { type Sight, sightOf } from './sight.ts';
export type { Simulator, Situation } from './situation.ts';
export { membersOf } from './surgery/index.ts';
