import type { RouterFlavor } from '@why401/kong/versions';
import type { GatewaySettings } from '../bench.ts';
import type { Body } from '../body.ts';

const FLAVORS: readonly RouterFlavor[] = ['traditional_compatible', 'traditional', 'expressions'];
/** Of the command line. */
const USUAL_VERSION = '3.9';

export function gatewaySettings(body: Body): GatewaySettings {
  return { version: body.optional('kongVersion') ?? USUAL_VERSION, flavor: body.choice('routerFlavor', FLAVORS) };
}

export const settingOptions = ({ version, flavor }: GatewaySettings): Record<string, string | undefined> => ({
  '--kong-version': version === USUAL_VERSION ? undefined : version,
  '--router-flavor': flavor,
});
