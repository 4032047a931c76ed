/** Room `read`: texts of logs and answers → the shapes of the record, masked before anything is kept. */
export * from './access-line/index.ts';
export * from './answer/index.ts';
export * from './entry/index.ts';
export * from './error-line/index.ts';
export * from './file/index.ts';
export * from './join/index.ts';
export * from './lb-line/index.ts';
export * from './scan/index.ts';
export * from './text/index.ts';
export * from './wrapper/index.ts';
