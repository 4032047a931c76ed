import type { Service } from '@why401/kong/config';
import { isAtLeast, type KongVersion } from '@why401/kong/versions';
import type { ProbeSetting } from './model.ts';

/** What nginx takes for one memory page, the default of proxy_buffer_size. */
const PAGE = 4096;

export interface Surroundings {
  /** kong.conf values that are known, by their names there. */
  readonly settings: Readonly<Record<string, string>>;
  readonly version: KongVersion;
  /** Milliseconds; undefined where nobody said. */
  readonly frontTimeout: number | undefined;
}

export function settingOf(service: Service, { settings, version, frontTimeout }: Surroundings): ProbeSetting {
  const idle = Number(settings['upstream_keepalive_idle_timeout'] ?? 60);
  const pool = Number(settings['upstream_keepalive_pool_size'] ?? 512);
  return {
    service: service.name ?? service.id,
    retries: service.retries,
    connectTimeout: service.connectTimeout,
    readTimeout: service.readTimeout,
    tlsVerify: service.tlsVerify,
    bufferSize: octetsOf(settings['nginx_http_proxy_buffer_size'] ?? settings['nginx_proxy_proxy_buffer_size']) ?? PAGE,
    idleTimeout: pool === 0 ? 0 : idle * 1000,
    // Kong 3.6 took nginx 1.25 in place of 1.21.
    strictFraming: isAtLeast(version, '3.6'),
    ...(frontTimeout !== undefined && { frontTimeout }),
  };
}

/** `16k` → 16384; undefined for what nginx would not read as a size. */
function octetsOf(text: string | undefined): number | undefined {
  const [, digits, unit = ''] = /^(\d+)([kKmM]?)$/.exec(text ?? '') ?? [];
  if (digits === undefined) return undefined;
  return Number(digits) * ({ k: 1024, m: 1024 * 1024 }[unit.toLowerCase()] ?? 1);
}
