import type { LoaderRules, RouterFlavor } from '../../../versions/index.ts';
import { type Field, integer, number, set, text } from '../field.ts';
import { host, sni } from '../formats/host.ts';
import { ipOrCidr } from '../formats/ip.ts';
import { headerName, tag, utf8Name } from '../formats/name.ts';

/** What the tables depend on. */
export interface Setting {
  readonly rules: LoaderRules;
  readonly flavor: RouterFlavor;
  /** Plugins that the gateway does not bring along are let through: it may have more (Enterprise, Konnect). */
  readonly anyPlugin: boolean;
  /** Those that the `plugins` setting has the gateway load, and no others; absent where it is not known. */
  readonly enabled?: ReadonlySet<string>;
  /** Whether Kong's OpenSSL loads a text as a key; undefined when that is not known. */
  readonly keyLoads: (text: string) => boolean | undefined;
}

const STREAM_FIRST = ['grpc', 'grpcs', 'http', 'https', 'tcp', 'tls', 'tls_passthrough', 'udp'];
export const HTTP_PROTOCOLS = ['grpc', 'grpcs', 'http', 'https'];

export const protocol = text({ oneOf: STREAM_FIRST });
export const id: Field = text({ uuid: true, auto: true });
export const seconds: Field = integer({ timestamp: true, auto: true });
export const milliseconds: Field = number({ timestamp: true, auto: true });
export const name: Field = text({ unique: true, test: utf8Name });
export const port: Field = integer({ between: [0, 65535] });
export const hostField: Field = text({ test: host });
export const sniField: Field = text({ test: sni });
export const headerNameField: Field = text({ test: headerName });
export const ipOrCidrField: Field = text({ test: ipOrCidr });
export const tags = ({ rules }: Setting): Field => set(text({ required: true, test: tag(rules.spacesInTags) }));

/** `protocols` of a plugin; the default is what it supports. */
export const protocols = (allowed: readonly string[], rest: Partial<Field> = {}): Field =>
  set(text({ oneOf: allowed }), { required: true, default: HTTP_PROTOCOLS, ...rest });
export const anyProtocols = (rest: Partial<Field> = {}): Field => protocols(STREAM_FIRST, rest);
export const httpProtocols: Field = protocols(HTTP_PROTOCOLS);
