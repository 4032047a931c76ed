import { streamRoute } from './kinds/stream.ts';

/** Which hop rejected, from the answers and logs that come along. */
export const hops = streamRoute('/api/hops', 'hops');
