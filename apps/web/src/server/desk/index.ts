export { createDesk, type Desk } from './desk.ts';
export type * from './model.ts';
export { NO_FILES } from './model.ts';
