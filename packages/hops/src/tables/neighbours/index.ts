import { NEIGHBOURS, type Neighbour } from './neighbours-table.ts';

export { NEIGHBOURS, type Neighbour } from './neighbours-table.ts';

export const neighbour = (id: string): Neighbour | undefined => NEIGHBOURS.find((one) => one.id === id.toLowerCase());
