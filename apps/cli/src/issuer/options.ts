import type { Profile } from '@why401/core/rules';
import type { EvidenceOptions, GatewayOptions } from '../live/options.ts';

export interface IssuerOptions extends GatewayOptions, EvidenceOptions {
  readonly file?: string;
  readonly expect?: string;
  readonly fetchedFrom?: string;
  readonly jwks?: string;
  readonly profile: Profile;
  readonly token?: string;
  readonly config: readonly string[];
  readonly before?: string;
  readonly tokenLifetime?: string;
  readonly watch?: boolean;
  readonly interval?: string;
  readonly kongCredential?: boolean;
  readonly consumer?: string;
  readonly kongVersion: string;
}
