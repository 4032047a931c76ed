import { AUTH_MESSAGES } from './auth-table.ts';
import { GATEWAY_MESSAGES } from './gateway-table.ts';
import { JWT_MESSAGES } from './jwt-table.ts';
import type { Message } from './model.ts';
import { OPENID_CONNECT_MESSAGES } from './openid-connect-table.ts';
import { TRAFFIC_MESSAGES } from './traffic-table.ts';

export { LINE_MEANINGS, type LineMeaning } from './line-meanings-table.ts';
export type { Message } from './model.ts';

/** What plugins and the gateway itself write into answers, headers and logs. */
export const MESSAGES: readonly Message[] = [
  ...JWT_MESSAGES,
  ...AUTH_MESSAGES,
  ...TRAFFIC_MESSAGES,
  ...GATEWAY_MESSAGES,
  ...OPENID_CONNECT_MESSAGES,
];
