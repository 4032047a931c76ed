import { code, line, value } from '@why401/core/report';
import { clipped, listed, type WordsOf } from './telling.ts';

type Steps =
  | 'acl-unauthenticated'
  | 'acl-consumer'
  | 'acl-group'
  | 'ip-restriction'
  | 'bot-detection-agents'
  | 'bot-detection'
  | 'cors-preflight'
  | 'request-size-limiting-length'
  | 'request-size-limiting'
  | 'request-termination'
  | 'rate-limiting'
  | 'request-transformed'
  | 'correlation-id'
  | 'oauth2-endpoint'
  | 'oauth2-token'
  | 'oauth2-introspection-token'
  | 'ldap-auth-header'
  | 'function';

const groups = (names: readonly string[]): string => (names.length === 0 ? 'no group' : listed(names));

/** Plugins that let pass, refuse or change a request without knowing who it is. */
export const traffic: WordsOf<Steps> = {
  'acl-unauthenticated': {
    brief: () => line`nobody`,
    failed: () => [
      line`Nobody authenticated this request, and ${code('acl')} lets in members of groups only.`,
      line`The plugin that authenticates let it pass (a preflight, ${code('anonymous')}), or there is none.`,
    ],
  },
  'acl-consumer': { failed: () => [line`The request has a credential, but it belongs to no consumer.`] },
  'acl-group': {
    failed: ({ consumer, groups: names, list, listed: wanted }) => [
      list === 'deny'
        ? line`The consumer ${value(consumer)} is in a group that ${code('deny')} names: ${groups(names)}.`
        : line`The consumer ${value(consumer)} is in none of the groups that ${code('allow')} names: ${listed(wanted)}.`,
      ...(list === 'allow' ? [line`It has ${groups(names)}. Groups are compared byte for byte.`] : []),
    ],
    passed: ({ groups: names }) => line`${groups(names)}`,
  },
  'ip-restriction': {
    failed: ({ address, list, entry }) => [
      list === 'deny'
        ? line`The address ${value(address)} is refused by ${value(entry ?? '')} in ${code('deny')}.`
        : line`The address ${value(address)} is not in ${code('allow')}.`,
      line`Behind a load balancer Kong sees its address unless ${code('trusted_ips')} is set.`,
    ],
    passed: ({ address }) => line`${value(address)}`,
  },
  'bot-detection-agents': {
    failed: ({ count }) => [line`The request has ${count} User-Agent headers, and the plugin takes one.`],
  },
  'bot-detection': {
    failed: ({ agent, by }) => [
      by === 'deny'
        ? line`The User-Agent ${value(clipped(agent))} fits a pattern of ${code('deny')}.`
        : line`The User-Agent ${value(clipped(agent))} is on Kong's own list of bots.`,
    ],
    passed: ({ agent }) => line`${value(clipped(agent))}`,
  },
  'cors-preflight': {
    brief: () => line`answered by Kong`,
    failed: ({ origin }) => [
      line`It is a preflight of a browser (from ${value(clipped(origin))}), and ${code('cors')} answers it.`,
      line`No later plugin and no upstream sees it.`,
    ],
  },
  'request-size-limiting-length': {
    failed: () => [
      line`The request has no Content-Length, which ${code('require_content_length')} wants.`,
      line`A request without a body has none either: each GET is refused.`,
    ],
  },
  'request-size-limiting': {
    failed: ({ bytes, allowed }) => [line`The body has ${bytes} bytes, and ${allowed} are allowed.`],
    passed: ({ bytes, allowed }) => line`${bytes} of ${allowed} bytes`,
  },
  'request-termination': {
    brief: ({ status }) => line`answers ${status}`,
    failed: ({ trigger }) => [
      trigger === undefined
        ? line`The plugin answers every request that reaches it.`
        : line`The plugin answers requests with a header or argument ${value(trigger)}.`,
    ],
  },
  'rate-limiting': {
    failed: () => [line`The limit is used up.`],
    passed: ({ limits }) =>
      line`${listed(limits.map(([period, limit]) => `${limit} a ${period}`))}; taken as not yet used: counters are not in the file`,
  },
  'request-transformed': {
    failed: () => [],
    passed: ({ headers }) => (headers.length === 0 ? line`changed` : line`changes ${listed(headers)}`),
  },
  'correlation-id': {
    failed: () => [],
    passed: ({ header, made }) =>
      made ? line`${header} is made up by the gateway, and not predicted` : line`${header} as the client sent it`,
  },
  'oauth2-endpoint': {
    failed: ({ method, endpoint }) => [
      line`The path is that of the plugin's own ${endpoint} endpoint, which takes ${code('POST')}, not ${code(method)}.`,
    ],
  },
  'oauth2-token': { failed: () => [line`The request carries no access token.`] },
  'oauth2-introspection-token': { failed: () => [line`The request carries no access token.`] },
  'ldap-auth-header': {
    failed: ({ scheme }) => [
      line`The request carries no name and password of the scheme ${value(scheme)}.`,
      line`It is read from Authorization and Proxy-Authorization.`,
    ],
  },
  function: {
    failed: ({ status }) => [line`The function answers ${status ?? 'itself'}.`],
    passed: () => line`every statement is a call whose arguments are written out`,
  },
};
