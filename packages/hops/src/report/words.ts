import type { Hop, Link } from '../tables/causes/index.ts';

export const HOPS: Readonly<Record<Hop, string>> = {
  client: 'the client',
  lb1: 'LB1, before Kong',
  kong: 'Kong',
  lb2: 'LB2, behind Kong',
  server: 'the server',
};

export const LINKS: Readonly<Record<Link, string>> = {
  'client-lb1': 'between client and LB1',
  'client-kong': 'between client and Kong',
  'lb1-kong': 'between LB1 and Kong',
  'kong-lb2': 'between Kong and LB2',
  'kong-server': 'between Kong and the server',
  'lb2-server': 'between LB2 and the server',
};

export const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
