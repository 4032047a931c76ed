/** Room `record`: the one normalised form of everything that is known of a request on its way. */
export * from './model.ts';
