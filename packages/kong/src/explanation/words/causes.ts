import { code, type Line, line, value } from '@why401/core/report';
import type { Plugin, Route } from '../../config/index.ts';
import { behindText } from '../../router/index.ts';
import { fromBytes } from '../../wire/bytes.ts';
import type { Cause } from '../causes.ts';

/** A cause, and below it what follows from it. */
export interface WordedCause {
  readonly id: Cause['id'];
  readonly text: Line;
  readonly consequences: readonly Line[];
}

const routeName = ({ name, id }: Route): string => fromBytes(name ?? id);

const scopeOf = ({ route, service, consumer }: Plugin): string => {
  const scopes = [
    ...(route === null ? [] : [`route ${routeName(route)}`]),
    ...(service === null ? [] : [`service ${fromBytes(service.name ?? service.id)}`]),
    ...(consumer === null ? [] : [`consumer ${fromBytes(consumer.username ?? consumer.customId ?? consumer.id)}`]),
  ];
  return scopes.length === 0 ? 'global' : scopes.join(' and ');
};

const lineOf = (plugin: Plugin): string => {
  const { file, line: at } = plugin.place();
  return file === undefined || at === undefined ? '' : `, ${fromBytes(file)}:${at}`;
};

const names = (plugins: readonly Plugin[]): string => [...new Set(plugins.map(({ name }) => name))].join(', ');

type Words = { readonly [Id in Cause['id']]: (cause: Extract<Cause, { id: Id }>) => Omit<WordedCause, 'id'> };

const WORDS: Words = {
  'anonymous-let-it-through': ({ by, discarded, anonymous }) => ({
    text: line`${code(by.name)} refused (${discarded}), and ${code('anonymous')} let the request through as ${value(anonymous)}.`,
    consequences: [line`What comes later judges ${value(anonymous)}, not the caller.`],
  }),
  'preflight-let-through': ({ by }) => ({
    text: line`${code(by.name)} does not look at OPTIONS (${code('run_on_preflight: false')}).`,
    consequences: [line`What comes later finds nobody.`],
  }),
  'another-route-took-it': ({ taken, rival, behind, never }) => ({
    text: line`The route ${value(routeName(taken))} took it, not ${value(routeName(rival))}, which matches too${
      behind === undefined ? '' : `: ${behindText(behind)}`
    }.`,
    consequences:
      never.length === 0 ? [] : [line`The request never reached ${names(never)} of ${value(routeName(rival))}.`],
  }),
  'another-instance-applies': ({ applies, instead }) => ({
    text: line`This instance of ${code(applies.name)} applies (${scopeOf(applies)}); configurations are never merged.`,
    consequences: instead.map((one) => line`Not this one: ${scopeOf(one)}${lineOf(one)}.`),
  }),
  'answered-before': ({ by, never }) => ({
    text: line`${code(by.name)} answered.`,
    consequences: [line`These come later and were not asked: ${names(never)}.`],
  }),
  'file-is-a-part': ({ problem }) => ({
    text: line`${problem.message.replace(/^./, (first) => first.toUpperCase())}.`,
    consequences: [line`What was not found may be in the other part, or not synced.`],
  }),
};

export const causeWords = (cause: Cause): WordedCause => ({
  id: cause.id,
  ...(WORDS[cause.id] as (cause: Cause) => Omit<WordedCause, 'id'>)(cause),
});
