import type { Place, Ports, Problem } from '@why401/core';
import { type Document, isMap, isPair, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { KongVersion, RouterFlavor } from '../versions/index.ts';
import { toBytes } from '../wire/bytes.ts';
import { uuidV5 } from './ids.ts';
import type { Consumer, Gateway, JwtSecret, Plugin, Route, Service, Unmodelled } from './model.ts';

/** One file of a configuration, decoded to text. */
export interface ConfigFile {
  readonly name: string;
  readonly text: string;
}

export interface LoadOptions {
  readonly version: KongVersion;
  readonly flavor: RouterFlavor;
}

export type Loaded =
  | { readonly ok: true; readonly gateway: Gateway }
  | { readonly ok: false; readonly problems: readonly Problem[] };

type Raw = Readonly<Record<string, unknown>>;
type Path = readonly (string | number)[];
type Locate = (path: Path) => Place;

/** Reads every form of configuration into one model. Texts become byte strings. */
export function loadGateway(files: readonly ConfigFile[], options: LoadOptions, ports: Pick<Ports, 'crypto'>): Loaded {
  const problems: Problem[] = [];
  const build = new Builder(ports, options);
  for (const file of files) {
    const lines = new LineCounter();
    const document = parseDocument(file.text, { version: '1.1', merge: true, uniqueKeys: false, lineCounter: lines });
    const error = document.errors[0];
    if (error) {
      const at = lines.linePos(error.pos[0]);
      problems.push({
        code: 'yaml-syntax',
        message: error.message,
        place: { file: file.name, line: at.line, column: at.col },
      });
      continue;
    }
    build.root(record(document.toJS()), locator(file.name, document, lines));
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, gateway: build.finish() };
}

function locator(file: string, document: Document.Parsed, lines: LineCounter): Locate {
  return (path) => {
    let node: unknown = document.contents;
    let offset = 0;
    for (const step of path) {
      if (isMap(node)) {
        const pair = node.items.find(
          (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(step),
        );
        if (!pair) break;
        node = pair.value;
      } else if (isSeq(node)) node = node.items[Number(step)];
      const range = (node as { range?: [number, number, number] } | null)?.range;
      if (!range) break;
      offset = range[0];
    }
    const at = lines.linePos(offset);
    return { file, line: at.line, column: at.col, from: offset };
  };
}

/** Versions whose new routes are https only. */
const DEFAULT_HTTPS: readonly KongVersion[] = ['3.14', '3.15'];

class Builder {
  private readonly services: Service[] = [];
  private readonly routes: Route[] = [];
  private readonly plugins: Plugin[] = [];
  private readonly consumers: Consumer[] = [];
  private readonly secrets: JwtSecret[] = [];
  private readonly unmodelled: Unmodelled[] = [];
  private readonly later: (() => void)[] = [];

  private readonly ports: Pick<Ports, 'crypto'>;
  private readonly options: LoadOptions;

  constructor(ports: Pick<Ports, 'crypto'>, options: LoadOptions) {
    this.ports = ports;
    this.options = options;
  }

  root(root: Raw, locate: Locate): void {
    each(root['services'], (raw, i) => this.service(raw, ['services', i], locate));
    each(root['routes'], (raw, i) => this.route(raw, null, ['routes', i], locate));
    each(root['consumers'], (raw, i) => this.consumer(raw, ['consumers', i], locate));
    each(root['plugins'], (raw, i) => this.plugin(raw, {}, ['plugins', i], locate));
    each(root['jwt_secrets'], (raw, i) => this.secret(raw, null, ['jwt_secrets', i], locate));
    for (const key of Object.keys(root)) {
      if (!['services', 'routes', 'consumers', 'plugins', 'jwt_secrets'].includes(key) && Array.isArray(root[key]))
        this.unmodelled.push({ what: `entity:${key}`, place: locate([key]) });
    }
  }

  finish(): Gateway {
    for (const step of this.later) step();
    const { services, routes, plugins, consumers, unmodelled } = this;
    return { services, routes, plugins, consumers, jwtSecrets: this.secrets, unmodelled, refusals: [], smells: [] };
  }

  private id(raw: Raw, entity: string, key: unknown): string {
    return typeof raw['id'] === 'string' ? raw['id'] : uuidV5(this.ports.crypto, entity, toBytes(String(key)));
  }

  private service(raw: Raw, path: Path, locate: Locate): void {
    const url = typeof raw['url'] === 'string' ? /^(\w+):\/\/([^/:]+)(?::(\d+))?(\/.*)?$/.exec(raw['url']) : null;
    const protocol = text(url?.[1] ?? raw['protocol']) ?? 'http';
    const service: Service = {
      id: this.id(raw, 'services', raw['name']),
      name: text(raw['name']),
      protocol,
      host: text(url?.[2] ?? raw['host']) ?? '',
      port: Number(url?.[3] ?? (url ? undefined : raw['port']) ?? (url && protocol === 'https' ? 443 : 80)),
      path: text(url ? url[4] : raw['path']),
      enabled: raw['enabled'] !== false,
      place: place(locate, path),
    };
    this.services.push(service);
    each(raw['routes'], (child, i) => this.route(child, service, [...path, 'routes', i], locate));
    each(raw['plugins'], (child, i) => this.plugin(child, { service }, [...path, 'plugins', i], locate));
  }

  private route(raw: Raw, parent: Service | null, path: Path, locate: Locate): void {
    const route: { -readonly [K in keyof Route]: Route[K] } = {
      id: this.id(raw, 'routes', raw['name']),
      name: text(raw['name']),
      service: parent,
      protocols:
        texts(raw['protocols']) ?? (DEFAULT_HTTPS.includes(this.options.version) ? ['https'] : ['http', 'https']),
      methods: texts(raw['methods']),
      hosts: texts(raw['hosts']),
      paths: texts(raw['paths']),
      headers: headers(raw['headers']),
      snis: texts(raw['snis']),
      sources: list(raw['sources']),
      destinations: list(raw['destinations']),
      regexPriority: Number(raw['regex_priority'] ?? 0),
      stripPath: raw['strip_path'] !== false,
      pathHandling: raw['path_handling'] === 'v1' ? 'v1' : 'v0',
      preserveHost: raw['preserve_host'] === true,
      httpsRedirectStatusCode: Number(raw['https_redirect_status_code'] ?? 426),
      expression: text(raw['expression']),
      priority: Number(raw['priority'] ?? 0),
      place: place(locate, path),
    };
    this.routes.push(route);
    this.later.push(() => {
      if (!parent) route.service = find(this.services, raw['service']);
    });
    each(raw['plugins'], (child, i) => this.plugin(child, { route }, [...path, 'plugins', i], locate));
  }

  private consumer(raw: Raw, path: Path, locate: Locate): void {
    const consumer: Consumer = {
      id: this.id(raw, 'consumers', raw['username']),
      username: text(raw['username']),
      customId: text(raw['custom_id']),
      place: place(locate, path),
    };
    this.consumers.push(consumer);
    each(raw['jwt_secrets'], (child, i) => this.secret(child, consumer, [...path, 'jwt_secrets', i], locate));
    each(raw['plugins'], (child, i) => this.plugin(child, { consumer }, [...path, 'plugins', i], locate));
  }

  private secret(raw: Raw, parent: Consumer | null, path: Path, locate: Locate): void {
    const secret: { -readonly [K in keyof JwtSecret]: JwtSecret[K] } = {
      id: this.id(raw, 'jwt_secrets', `jwt_secrets:*:${String(raw['key'])}`),
      consumer: parent,
      key: text(raw['key']) ?? '',
      secret: text(raw['secret']),
      rsaPublicKey: text(raw['rsa_public_key']),
      algorithm: raw['algorithm'] === null ? null : (text(raw['algorithm']) ?? 'HS256'),
      place: place(locate, path),
    };
    this.secrets.push(secret);
    this.later.push(() => {
      if (!parent) secret.consumer = find(this.consumers, raw['consumer']);
    });
  }

  private plugin(
    raw: Raw,
    scope: { route?: Route; service?: Service; consumer?: Consumer },
    path: Path,
    locate: Locate,
  ): void {
    const parts = ['route', 'service', 'consumer'].map((key) => scope[key as 'route']?.id ?? text(raw[key]) ?? '');
    const plugin: { -readonly [K in keyof Plugin]: Plugin[K] } = {
      id: this.id(raw, 'plugins', ['plugins', '*', raw['name'], ...parts].join(':')),
      name: text(raw['name']) ?? '',
      instanceName: text(raw['instance_name']),
      route: scope.route ?? null,
      service: scope.service ?? null,
      consumer: scope.consumer ?? null,
      enabled: raw['enabled'] !== false,
      protocols: texts(raw['protocols']) ?? ['grpc', 'grpcs', 'http', 'https'],
      config: raw['name'] === 'jwt' ? jwtConfig(record(raw['config'])) : undefined,
      raw,
      place: place(locate, path),
    };
    if (raw['name'] !== 'jwt') this.unmodelled.push({ what: `plugin:${String(raw['name'])}`, place: locate(path) });
    this.plugins.push(plugin);
    this.later.push(() => {
      plugin.route ??= find(this.routes, raw['route']);
      plugin.service ??= find(this.services, raw['service']);
      plugin.consumer ??= find(this.consumers, raw['consumer']);
    });
  }
}

function jwtConfig(raw: Raw): unknown {
  const defaults: Raw = {
    uri_param_names: ['jwt'],
    cookie_names: [],
    header_names: ['authorization'],
    key_claim_name: 'iss',
    secret_is_base64: false,
    claims_to_verify: null,
    anonymous: null,
    run_on_preflight: true,
    maximum_expiration: 0,
    realm: null,
  };
  return bytesOf({ ...defaults, ...raw });
}

function bytesOf(value: unknown): unknown {
  if (typeof value === 'string') return toBytes(value);
  if (Array.isArray(value)) return value.map(bytesOf);
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [toBytes(key), bytesOf(item)]));
  return value;
}

function find<T extends { id: string; name?: string | null; username?: string | null }>(
  all: readonly T[],
  reference: unknown,
): T | null {
  const wanted = typeof reference === 'object' && reference !== null ? Object.values(reference)[0] : reference;
  if (typeof wanted !== 'string') return null;
  const bytes = toBytes(wanted);
  return all.find((one) => one.id === bytes || one.name === bytes || one.username === bytes) ?? null;
}

function each(value: unknown, visit: (raw: Raw, index: number) => void): void {
  if (Array.isArray(value)) value.forEach((item, i) => visit(record(item), i));
}

function record(value: unknown): Raw {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Raw) : {};
}

function list(value: unknown): readonly unknown[] | null {
  return Array.isArray(value) ? (bytesOf(value) as unknown[]) : null;
}

function texts(value: unknown): readonly string[] | null {
  return Array.isArray(value) ? value.map((item) => toBytes(String(item))) : null;
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? toBytes(value) : null;
}

function headers(value: unknown): Readonly<Record<string, readonly string[]>> | null {
  const raw = record(value);
  const names = Object.keys(raw);
  return names.length > 0 ? Object.fromEntries(names.map((name) => [toBytes(name), texts(raw[name]) ?? []])) : null;
}

function place(locate: Locate, path: Path): (field?: string) => Place {
  return (field) => locate(field === undefined ? path : [...path, ...field.split('.')]);
}
