import type { Plugin } from '../../config/index.ts';
import { asciiLower, exitBody, pluginError, toBytes } from '../../wire/index.ts';
import { writtenSettingsOf } from '../config.ts';
import type { Ending, Exchange, PluginModel } from '../exchange.ts';
import { failed, note, passed, undetermined } from '../pipeline.ts';
import { type Statement, statementsOf } from './statements.ts';

const BEFORE = ['certificate', 'rewrite', 'access', 'functions'] as const;
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
    for (const source of BEFORE.flatMap((phase) => functions[phase] ?? [])) {
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
      const { status } = statement;
      const body = toBytes(statement.body ?? '');
      const reply =
        statement.kind === 'exit'
          ? exitBody(request, status, undefined, body)
          : pluginError(request, status, body, release.switches);
      const result = failed('function', { phase: 'access', status }, { kind: 'reply', reply });
      return { kind: 'answered', reply, check: note({ plugin, exchange }, 'function', result) };
    }
  }
}

export const preFunction = serverless('pre-function');
export const postFunction = serverless('post-function');
