import type { Plugin } from '../../config/index.ts';
import { asciiLower, exitBody, pluginError, toBytes } from '../../wire/index.ts';
import { writtenSettingsOf } from '../config.ts';
import { crashed } from '../crash.ts';
import type { Ending, Exchange, PluginModel } from '../exchange.ts';
import { failed, note, passed, undetermined } from '../pipeline.ts';
import { textOf } from '../status-texts-table.ts';
import { type Statement, statementsOf } from './statements.ts';

const BEFORE = ['certificate', 'rewrite', 'access', 'functions'] as const;
/** Those before the Route is known run of global instances alone. */
const AT_ITS_ROUTE = ['access', 'functions'] as const;
const AFTER = ['header_filter', 'body_filter'] as const;

type Functions = Readonly<Record<(typeof BEFORE)[number] | (typeof AFTER)[number], readonly string[]>>;

const UNSET: Functions = {
  certificate: [],
  rewrite: [],
  access: [],
  functions: [],
  header_filter: [],
  body_filter: [],
};

const LUA = 'its Lua code';
const NOT_RUN = 'which is not run here';

/** `pre-function` and `post-function`: Lua is not run; only calls with literal arguments are followed. */
const serverless = (name: string): PluginModel => ({
  name,
  access(plugin, exchange) {
    const functions = writtenSettingsOf(plugin, UNSET);
    const statements: Statement[] = [];
    const phases = isGlobal(plugin) ? BEFORE : AT_ITS_ROUTE;
    for (const source of phases.flatMap((phase) => functions[phase] ?? [])) {
      const found = statementsOf(source);
      if (found === undefined) return undetermined(plugin, [LUA], NOT_RUN);
      statements.push(...found);
    }
    for (const statement of statements) {
      const ending = follow(statement, plugin, exchange);
      if (ending !== undefined) return ending;
    }
    if (statements.length > 0) note({ plugin, exchange }, 'function', passed('function', { phase: 'access' }));
    return undefined;
  },
  respond(plugin) {
    const functions = writtenSettingsOf(plugin, UNSET);
    const silent = AFTER.every((phase) => (functions[phase] ?? []).length === 0);
    return silent ? undefined : undetermined(plugin, [LUA], NOT_RUN).because;
  },
});

const isGlobal = ({ route, service, consumer, consumerGroup }: Plugin): boolean =>
  [route, service, consumer, consumerGroup].every((one) => one === null);

function follow(statement: Statement, plugin: Plugin, exchange: Exchange): Ending | undefined {
  const { headers, request, release, response } = exchange;
  switch (statement.kind) {
    case 'authenticate':
      exchange.consumer = null;
      exchange.credential = { id: statement.credential };
      return undefined;
    case 'set-header':
      headers.set(asciiLower(statement.name), toBytes(statement.value));
      if (asciiLower(statement.name) === 'host') exchange.host = toBytes(statement.value);
      return undefined;
    case 'clear-header':
      headers.clear(asciiLower(statement.name));
      return undefined;
    case 'set-response-header':
      response.set(asciiLower(statement.name), toBytes(statement.value));
      return undefined;
    case 'nothing':
      return undefined;
    default: {
      const { status, kind } = statement;
      const least = kind === 'exit' ? 100 : 400;
      if (status < least || status > 599)
        return crashed({ plugin, exchange }, `code must be a number between ${least} and 599`);
      const body = statement.body === undefined ? undefined : toBytes(statement.body);
      const reply =
        kind === 'exit'
          ? exitBody(request, status, undefined, body ?? '')
          : pluginError(request, status, body ?? textOf(status), release.switches);
      const result = failed('function', { phase: 'access', status }, { kind: 'reply', reply });
      return { kind: 'answered', reply, check: note({ plugin, exchange }, 'function', result) };
    }
  }
}

export const preFunction = serverless('pre-function');
export const postFunction = serverless('post-function');
