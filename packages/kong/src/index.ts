export type * from './config/model.ts';
export type * from './explanation/model.ts';
export type * from './versions/index.ts';
export type * from './wire/request.ts';
