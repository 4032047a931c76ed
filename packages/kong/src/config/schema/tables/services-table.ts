import { array, boolean, flag, foreign, integer, text } from '../field.ts';
import { servicePath } from '../formats/path.ts';
import { expandUrl } from '../formats/url.ts';
import { hostField, id, name, port, protocol, type Setting, seconds, tags } from './common.ts';
import type { EntitySchema } from './entity.ts';

const TIMEOUT = integer({ between: [1, 2 ** 31 - 2], default: 60000 });

/** Fields that only a service with TLS to its upstream may have. */
const TLS_FIELDS = ['client_certificate', 'tls_verify', 'tls_verify_depth', 'ca_certificates'];

export const services = (setting: Setting): EntitySchema => ({
  name: 'services',
  endpointKey: 'name',
  cacheKey: null,
  record: {
    fields: {
      id,
      created_at: seconds,
      updated_at: seconds,
      name,
      retries: integer({ default: 5, between: [0, 32767] }),
      protocol: { ...protocol, required: true, default: 'http' },
      host: { ...hostField, required: true },
      port: { ...port, required: true, default: 80 },
      path: text({
        startsWith: '/',
        matchNone: [{ pattern: /\/\//, fault: 'must not have empty segments' }],
        test: servicePath,
      }),
      connect_timeout: TIMEOUT,
      write_timeout: TIMEOUT,
      read_timeout: TIMEOUT,
      tags: tags(setting),
      client_certificate: foreign('certificates'),
      tls_verify: boolean(),
      tls_verify_depth: integer({ between: [0, 64] }),
      ca_certificates: array(text({ uuid: true })),
      enabled: flag(true),
    },
    checks: [
      {
        kind: 'conditional',
        if: 'protocol',
        matches: { oneOf: ['tcp', 'tls', 'udp', 'grpc', 'grpcs'] },
        then: 'path',
        must: { eq: null },
      },
      ...TLS_FIELDS.map((then) => ({
        kind: 'conditional' as const,
        if: 'protocol',
        matches: { notOneOf: setting.rules.tlsServices ? ['https', 'tls'] : ['https'] },
        then,
        must: { eq: null },
      })),
    ],
    shorthands: { url: { accepts: (value) => typeof value === 'string' && value !== '', expand: expandUrl } },
    open: setting.rules.closedSource,
  },
});
