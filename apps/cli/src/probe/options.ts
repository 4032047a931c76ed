import type { UpstreamTarget } from '@why401/core';
import type { ProbeOptions as AskOptions } from '@why401/node/probe';
import { fail } from '../failure.ts';

export interface ProbeOptions {
  readonly config: readonly string[];
  readonly service?: string;
  readonly path: string;
  readonly method: UpstreamTarget['method'];
  readonly host?: string;
  readonly idle: string;
  readonly budget: string;
  readonly frontTimeout?: string;
  readonly through?: string;
  readonly dns: readonly string[];
  readonly set: readonly string[];
  readonly kongVersion: string;
  readonly ca: readonly string[];
  readonly clientCert?: string;
  readonly clientKey?: string;
  readonly allowHost: readonly string[];
}

/** Seconds as a person types them, in milliseconds. @throws Failure `bad-seconds` */
export function milliseconds(option: string, text: string): number {
  if (!/^\d+(\.\d+)?$/.test(text))
    fail('bad-seconds', `${option} is no number of seconds: ${JSON.stringify(text)}.`, 'Write 2.5');
  return Number(text) * 1000;
}

/** `dns_order=A,CNAME` → its name and value. @throws Failure `bad-setting` */
export function readSettings(given: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    given.map((text) => {
      const at = text.indexOf('=');
      if (at < 1)
        fail(
          'bad-setting',
          `--set is not NAME=VALUE: ${JSON.stringify(text)}.`,
          'Write nginx_http_proxy_buffer_size=16k',
        );
      return [
        text
          .slice(0, at)
          .replace(/^KONG_/, '')
          .toLowerCase(),
        text.slice(at + 1),
      ];
    }),
  );
}

/** kong.conf.default@3.9.1; `LAST` is the type that worked last time, and there was none. */
const ORDER = 'LAST,SRV,A,CNAME';

export function namesOf(settings: Readonly<Record<string, string>>, dns: readonly string[]): AskOptions['names'] {
  const wanted = (settings['dns_order'] ?? ORDER).toUpperCase().split(/\s*,\s*/);
  const order = (['SRV', 'A', 'AAAA', 'CNAME'] as const).filter((type) => wanted.includes(type));
  const listed = settings['dns_resolver']?.split(/\s*,\s*/) ?? [];
  const servers = dns.length > 0 ? dns : listed;
  return {
    order: [...order].sort((a, b) => wanted.indexOf(a) - wanted.indexOf(b)),
    ...(servers.length > 0 && { servers }),
  };
}

/** @throws Failure `bad-gateway-url` */
export function gatewayOf({ through, host, path }: ProbeOptions): Pick<AskOptions, 'gateway'> {
  if (through === undefined) return {};
  if (!URL.canParse(through) || !/^https?:$/.test(new URL(through).protocol))
    fail(
      'bad-gateway-url',
      `--through is no URL of a gateway: ${JSON.stringify(through)}.`,
      'Write http://localhost:8000',
    );
  const url = new URL(through);
  return { gateway: { url, hostHeader: host ?? url.host, path } };
}
