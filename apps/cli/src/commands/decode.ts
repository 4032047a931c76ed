import { type Json, type JsonObject, readToken, type Token } from '@why401/core/parse';
import {
  type Block,
  code,
  dim,
  type Line,
  line,
  type Report,
  type Section,
  stringifyDeep,
  value,
  warn,
} from '@why401/core/report';
import type { Pasted } from '../input/paste.ts';
import { type ReadToken, readTokenOptions, type TokenOptions, tokenOf } from '../input/tokens.ts';
import { exitOf } from '../outcome.ts';
import type { Answer, Session, Verb } from '../session.ts';

export const decode: Verb<TokenOptions> = async (session, [argument], options) =>
  answerOf(session, await readTokenOptions(session, argument, options));

export const decodePasted = (session: Session, pasted: Pasted): Answer => answerOf(session, tokenOf(pasted));

function answerOf({ settings }: Session, read: ReadToken): Answer {
  const token = readToken(read.token.text);
  const verdict = token.problems.length > 0 ? 'rejected' : 'accepted';
  return {
    command: 'decode',
    exit: exitOf({ verdict, findings: [] }, settings.failOn),
    report: () => reportOf(token, read),
    json: () => ({
      kind: token.kind,
      header: headerOf(token) ?? null,
      claims: claimsOf(token) ?? null,
      problems: token.problems,
    }),
  };
}

function reportOf(token: Token, { token: found, from }: ReadToken): Report {
  const taken = found.stripped.map(({ what }) => what.replaceAll('-', ' ')).join(', ');
  const problems = token.problems.map((problem) => line`${warn(problem.code)} ${problem.message}`);
  const sections: Section[] = [
    {
      id: 'read',
      title: '',
      blocks: text([
        line`${token.kind.toUpperCase()} ${dim(`from ${from}${taken === '' ? '' : `, without ${taken}`}`)}`,
      ]),
    },
    { id: 'header', title: 'Header', blocks: members(headerOf(token)) },
    { id: 'claims', title: 'Claims', blocks: members(claimsOf(token)) },
    { id: 'problems', title: 'Form', blocks: text(problems) },
  ];
  return { title: 'Decoded, not verified', sections: sections.filter(({ blocks }) => blocks.length > 0) };
}

const headerOf = (token: Token): JsonObject | undefined =>
  'header' in token ? token.header : token.kind === 'jws-json' ? token.signatures[0]?.header : undefined;

const claimsOf = (token: Token): JsonObject | undefined => ('claims' in token ? token.claims : undefined);

const text = (lines: readonly Line[]): readonly Block[] => (lines.length === 0 ? [] : [{ kind: 'text', lines }]);

const members = (object: JsonObject | undefined): readonly Block[] =>
  text(Object.entries(object ?? {}).map(([name, json]) => line`${code(name)} ${value(shown(json))}`));

const shown = (json: Json | undefined): string => (typeof json === 'string' ? json : stringifyDeep(json));
