/** Room `server`: the one way to the local server. */
export { createServer, MOST_JSON, type Reply, type Server } from './client.ts';
export { takeSecret } from './secret.ts';
