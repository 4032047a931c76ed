import type { LoaderRules } from '../../../versions/index.ts';
import { expressionFault } from '../../languages/atc/index.ts';
import { isUnknown } from '../../unknown.ts';
import type { Variant, Variants } from '../field.ts';
import {
  array,
  boolean,
  type EntityCheck,
  type Field,
  flag,
  foreign,
  integer,
  map,
  record,
  set,
  text,
} from '../field.ts';
import { holdsPattern, isStream, routeExpression } from '../formats/expression.ts';
import { hostWithWildcard, wildcardSni } from '../formats/host.ts';
import { oldRoutePath, routePath } from '../formats/path.ts';
import {
  headerNameField,
  id,
  ipOrCidrField,
  name,
  port,
  protocol,
  type Setting,
  seconds,
  sniField,
  tags,
} from './common.ts';
import type { EntitySchema } from './entity.ts';

const EMPTY_SEGMENT = { pattern: /\/\//, fault: 'must not have empty segments' };

const hosts = array(
  text({
    matchAll: [{ pattern: /^[^*]*\*?[^*]*$/, fault: 'invalid wildcard: must have at most one wildcard' }],
    matchAny: {
      patterns: [/^\*\./, /\.\*$/, /^[^*]*$/],
      fault: 'invalid wildcard: must be placed at leftmost or rightmost label',
    },
    test: hostWithWildcard,
  }),
);

const methods = set(text({ match: /^[A-Z]+$/ }));

const paths = ({ rules }: Setting): Field => {
  const engine = rules.pcre2 ? 'pcre2' : 'pcre';
  if (!rules.tildePaths)
    return array(text({ startsWith: '/', matchNone: [EMPTY_SEGMENT], test: oldRoutePath(engine) }));
  const fault = 'should start with: / (fixed path) or ~/ (regex path)';
  const test = rules.wantsNormalPaths ? routePath(engine) : oldRoutePath(engine);
  return array(text({ matchNone: [EMPTY_SEGMENT], matchAny: { patterns: [/^\//, /^~\//], fault }, test }));
};

const headers = map(
  {
    ...headerNameField,
    matchNone: [
      {
        pattern: /^host$/i,
        fault: "cannot contain 'host' header, which must be specified in the 'hosts' attribute",
      },
    ],
  },
  array(text()),
);

const endpoints = set(
  record({ fields: { ip: ipOrCidrField, port }, checks: [{ kind: 'at-least-one-of', fields: ['ip', 'port'] }] }),
);

const protocols = ({ rules }: Setting): Field =>
  set(protocol, {
    lengthMin: 1,
    required: true,
    exclusiveSets: [['http', 'https'], ['tcp', 'tls', 'udp'], ['tls_passthrough'], ['grpc', 'grpcs']],
    default: rules.httpsOnlyRoutes ? ['https'] : ['http', 'https'],
  });

const SNI_CHECK: EntityCheck = {
  kind: 'conditional',
  if: 'protocols',
  matches: { elements: text({ notOneOf: ['grpcs', 'https', 'tls', 'tls_passthrough'] }) },
  then: 'snis',
  must: { lengthEquals: 0 },
  fault: "'snis' can only be set when 'protocols' is 'grpcs', 'https', 'tls' or 'tls_passthrough'",
};

/** Fields of every route, and those that the flavor adds. */
export const routes = (setting: Setting): EntitySchema => {
  const { rules, flavor } = setting;
  const expressions = flavor === 'expressions';
  const classic = !expressions || rules.classicFieldsInExpressions;
  return {
    name: 'routes',
    endpointKey: 'name',
    cacheKey: null,
    record: {
      fields: {
        id,
        created_at: seconds,
        updated_at: seconds,
        name,
        protocols: protocols(setting),
        https_redirect_status_code: integer({ oneOf: [426, 301, 302, 307, 308], default: 426, required: true }),
        strip_path: flag(true),
        preserve_host: flag(false),
        request_buffering: flag(true),
        response_buffering: flag(true),
        tags: tags(setting),
        service: foreign('services'),
        ...(classic ? classicFields(setting) : {}),
        ...(expressions ? expressionFields(setting) : {}),
      },
      checks: classic ? [SNI_CHECK, ...together(setting)] : together(setting),
      ...(classic ? { variants: variants(expressions) } : {}),
      open: rules.closedSource,
    },
  };
};

const classicFields = (setting: Setting): Readonly<Record<string, Field>> => ({
  snis: set(setting.rules.wildcardSnis && setting.flavor !== 'traditional' ? text({ test: wildcardSni }) : sniField),
  sources: endpoints,
  destinations: endpoints,
  methods,
  hosts,
  paths: paths(setting),
  headers,
  regex_priority: integer({ default: 0 }),
  path_handling: text({ default: 'v0', oneOf: ['v0', 'v1'] }),
});

const expressionFields = ({ rules }: Setting): Readonly<Record<string, Field>> => {
  if (!rules.classicFieldsInExpressions)
    return { expression: text({ required: true }), priority: integer({ required: true, default: 0 }) };
  return { expression: text(), priority: integer({ between: [0, 2 ** 46 - 1], required: true, default: 0 }) };
};

const CLASSIC_NAMES = "'methods', 'hosts', 'paths', 'headers', 'snis', 'sources' or 'destinations'";
const CLASSIC = ['snis', 'sources', 'destinations', 'methods', 'hosts', 'paths', 'headers'];

/** What may not stand together, and whether the router takes what is left (`kong/db/schema/entities/routes.lua`). */
const together = ({ rules, flavor }: Setting): readonly EntityCheck[] => {
  if (flavor === 'traditional' || !rules.tildePaths) return [];
  const test = (route: Route): string | undefined =>
    (rules.classicFieldsInExpressions ? expressionAlone(route) : undefined) ?? routerFault(route, rules);
  if (flavor === 'expressions' && !rules.classicFieldsInExpressions)
    return [{ kind: 'custom', fields: ['expression', 'id'], test }];
  const fields = rules.wholeRouterFields
    ? ['id', 'protocols', ...CLASSIC, 'expression', 'regex_priority', 'priority']
    : ['id', 'paths'];
  return [{ kind: 'custom', fields, runWithMissing: true, test }];
};

type Route = Readonly<Record<string, unknown>>;

function routerFault(route: Route, rules: LoaderRules): string | undefined {
  const { expression, paths } = route;
  const written = typeof expression === 'string' ? expression : undefined;
  const checked = rules.wholeRouterFields || (Array.isArray(paths) && paths.length > 0);
  if (written === undefined && !(checked && holdsPattern(route))) return undefined;
  const text = written ?? routeExpression(route, rules);
  const fault = isUnknown(text)
    ? undefined
    : expressionFault(text, {
        negation: rules.wholeRouterFields,
        segments: rules.wholeRouterFields,
        queries: rules.routerReadsQueries,
        streams: rules.wholeRouterFields && isStream(route),
      });
  return fault === undefined ? undefined : `Router Expression failed validation: ${fault}`;
}

function expressionAlone(route: Route): string | undefined {
  const isSet = (field: string): boolean => route[field] !== null && route[field] !== undefined && route[field] !== 0;
  const classic = CLASSIC.some((field) => {
    const value = route[field];
    return typeof value === 'object' && value !== null ? Object.keys(value).length > 0 : isSet(field);
  });
  const refused = (text: string): string => `Router Expression failed validation: cannot set ${text} simultaneously`;
  if (!isSet('expression') && !classic) return undefined;
  if (isSet('expression') && classic) return refused(`'expression' with ${CLASSIC_NAMES}`);
  if (isSet('expression') && isSet('regex_priority')) return refused("'regex_priority' with 'expression'");
  return classic && isSet('priority') ? refused(`'priority' with ${CLASSIC_NAMES}`) : undefined;
}

const nothing = (field: Field, fault: string): Field => ({ ...field, eq: null, fault });

function variants(expressions: boolean): Variants {
  const more = expressions ? ['expression'] : [];
  const web = http(expressions, more);
  const rpc = grpc(expressions, more);
  const raw = stream(more);
  const byProtocol: Readonly<Record<string, Variant>> = {
    http: web,
    https: web,
    grpc: rpc,
    grpcs: rpc,
    tcp: raw,
    tls: raw,
    udp: raw,
    tls_passthrough: raw,
  };
  return {
    key: 'protocols',
    of: (value) => (Object.hasOwn(byProtocol, value) ? byProtocol[value] : undefined),
    unknown: (value) => `unknown type: ${value}`,
  };
}

const http = (expressions: boolean, more: readonly string[]): Variant => ({
  fields: expressions
    ? {}
    : {
        sources: nothing(endpoints, "cannot set 'sources' when 'protocols' is 'http' or 'https'"),
        destinations: nothing(endpoints, "cannot set 'destinations' when 'protocols' is 'http' or 'https'"),
      },
  checks: [somethingToMatch('https', 'http', ['methods', 'hosts', 'headers', 'paths'], more)],
});

const grpc = (expressions: boolean, more: readonly string[]): Variant => ({
  fields: {
    strip_path: boolean({
      required: true,
      default: false,
      ne: true,
      fault: "cannot set 'strip_path' when 'protocols' is 'grpc' or 'grpcs'",
    }),
    methods: nothing(methods, "cannot set 'methods' when 'protocols' is 'grpc' or 'grpcs'"),
    ...(expressions
      ? {}
      : {
          sources: nothing(endpoints, "cannot set 'sources' when 'protocols' is 'grpc' or 'grpcs'"),
          destinations: nothing(endpoints, "cannot set 'destinations' when 'protocols' is 'grpc' or 'grpcs'"),
        }),
  },
  checks: [somethingToMatch('grpcs', 'grpc', ['hosts', 'headers', 'paths'], more)],
});

const stream = (more: readonly string[]): Variant => {
  const refused = (field: string): string =>
    `cannot set '${field}' when 'protocols' is 'tcp', 'tls', 'tls_passthrough' or 'udp'`;
  return {
    fields: {
      methods: nothing(methods, refused('methods')),
      hosts: nothing(hosts, refused('hosts')),
      paths: nothing(array(text()), refused('paths')),
      headers: nothing(headers, refused('headers')),
    },
    checks: [
      {
        kind: 'conditional-at-least-one-of',
        if: 'protocols',
        matches: { elements: text({ oneOf: ['tcp', 'tls', 'udp'] }) },
        then: ['sources', 'destinations', 'snis', ...more],
        fault: (list) => `must set one of ${list} when 'protocols' is 'tcp', 'tls' or 'udp'`,
      },
      {
        kind: 'conditional-at-least-one-of',
        if: 'protocols',
        matches: { elements: text({ oneOf: ['tls_passthrough'] }) },
        then: ['snis', ...more],
        fault: () => "must set snis when 'protocols' is 'tls_passthrough'",
      },
    ],
  };
};

const somethingToMatch = (
  secure: string,
  plain: string,
  fields: readonly string[],
  more: readonly string[],
): EntityCheck => ({
  kind: 'conditional-at-least-one-of',
  if: 'protocols',
  matches: { contains: secure },
  then: [...fields, 'snis', ...more],
  fault: (list) => `must set one of ${list} when 'protocols' is '${secure}'`,
  else: {
    matches: { contains: plain },
    then: [...fields, ...more],
    fault: (list) => `must set one of ${list} when 'protocols' is '${plain}'`,
  },
});
