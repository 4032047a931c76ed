import { signalRoute } from './kinds/signal.ts';

export const alive = signalRoute('/api/alive', ({ version }) => JSON.stringify({ version }));
