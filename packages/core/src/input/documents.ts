import { isObject, type Json, type JsonObject } from '../json/index.ts';
import type { PasteKind } from './model.ts';

const KONG_ENTITIES = [
  '_format_version',
  '_transform',
  '_workspace',
  'services',
  'routes',
  'consumers',
  'consumer_groups',
  'plugins',
  'upstreams',
  'jwt_secrets',
];
/** Keys that stand at the top of what surrounds entities, or changes them. */
const KONG_FRAMES = ['entities', 'patches', '_info', '_konnect', '_plugin_configs'];
/** Groups of Kubernetes resources that make routes, plugins and consumers. */
const KONG_GROUPS = ['configuration\\.konghq\\.com', 'networking\\.k8s\\.io', 'gateway\\.networking\\.k8s\\.io'];
/** Such a key at the start of a line, or such a resource. */
const KONG_YAML = new RegExp(
  `^(?:(?:${[...KONG_ENTITIES, ...KONG_FRAMES].join('|')})[ \\t]*:(?:[ \\t\\r]|$)|apiVersion:[ \\t]*["']?(?:${KONG_GROUPS.join('|')})/)`,
  'm',
);

export function isKongYaml(text: string): boolean {
  return KONG_YAML.test(text);
}

/** What a JSON document is, by the members that only it has; undefined for JSON of no kind that we know. */
export function jsonKind(value: Json): PasteKind | undefined {
  if (!isObject(value)) return undefined;
  const has = (...names: readonly string[]): boolean => names.some((name) => Object.hasOwn(value, name));
  if (Array.isArray(value.keys) && !has('_format_version')) return 'jwks';
  if (typeof value.kty === 'string') return isPrivateJwk(value) ? 'private-key' : 'jwks';
  if (isMetadata(value, has)) return 'metadata';
  const isKong = has('_format_version') || (has('services', 'routes', 'consumers') && !has('log'));
  return isKong && KONG_ENTITIES.some((name) => Array.isArray(value[name]) || name === '_format_version')
    ? 'kong-config'
    : undefined;
}

function isPrivateJwk(value: JsonObject): boolean {
  return typeof value.d === 'string' || value.kty === 'oct';
}

/** OpenID Connect Discovery §3, RFC 8414 §2. */
function isMetadata(value: JsonObject, has: (...names: readonly string[]) => boolean): boolean {
  const endpoints = ['jwks_uri', 'authorization_endpoint', 'token_endpoint', 'introspection_endpoint'];
  return (
    has(...endpoints) && (typeof value.issuer === 'string' || has('response_types_supported', 'grant_types_supported'))
  );
}

const PEM = /-----BEGIN ([A-Z0-9 ]{1,60})-----/;

/** What the first PEM block of a text says it holds. */
export function pemKind(text: string): PasteKind | undefined {
  if (/^(?:ssh-(?:rsa|ed25519)|ecdsa-sha2-)/.test(text.trimStart())) return 'public-key';
  const label = PEM.exec(text)?.[1];
  if (label === undefined) return undefined;
  if (label.includes('PRIVATE KEY')) return 'private-key';
  if (label.includes('PUBLIC KEY')) return 'public-key';
  return label.includes('CERTIFICATE') && !label.includes('REQUEST') ? 'certificate' : undefined;
}
