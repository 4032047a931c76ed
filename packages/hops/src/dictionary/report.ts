import {
  type Block,
  bad,
  code,
  dim,
  good,
  type Line,
  line,
  type Report,
  type Section,
  warn,
} from '@why401/core/report';
import type { Advice } from '../tables/advice/index.ts';
import { type Cause, causeRow } from '../tables/causes/index.ts';
import type { Message } from '../tables/messages/index.ts';
import type { FoundLine, FoundMessage, LookedUp } from './look-up.ts';

const text = (...lines: readonly Line[]): Block => ({ kind: 'text', lines });

export function dictionaryReport({ cause, messages, lines, advice, repeats, near }: LookedUp): Report {
  const said = advice.map((one, at) => adviceSection(one, at));
  const all: readonly Section[] = [
    ...(cause === undefined ? [] : causeSections(cause)),
    ...(repeats ? said : []),
    ...messages.map((found, at) => messageSection(found, at)),
    ...lines.map((found, at) => lineSection(found, at)),
    ...(repeats ? [] : said),
    ...(near.length === 0 ? [] : [nearSection(near)]),
  ];
  const sections = all.length > 0 ? all : [{ id: 'reply', title: '', blocks: [text(NOTHING)] }];
  const [first] = sections[0]?.blocks ?? [];
  const title = first?.kind === 'text' ? (first.lines[0] ?? []).map((span) => span.text).join('') : '';
  return { title, sections };
}

const NOTHING: Line = line`${warn('Not known')}: no message of Kong, of its plugins or of its log is like this.`;

const versions = ({ since, until }: Message): string => {
  if (since !== undefined && until !== undefined) return `, ${since} to ${until}`;
  if (since !== undefined) return `, from ${since}`;
  return until === undefined ? '' : `, up to ${until}`;
};

const WHERE = { answer: 'in the answer', 'error-log': 'in error.log', header: 'in WWW-Authenticate' } as const;

function messageSection({ message, values }: FoundMessage, at: number): Section {
  const status = message.statuses.length === 0 ? '' : `, ${message.statuses.join(' or ')}`;
  const shown = values.reduce((text, one) => text.replace(/\{\w+\}/, () => one), message.text);
  return {
    id: `message-${at}`,
    title: at === 0 ? '' : 'Or',
    blocks: [
      text(line`${bad(message.by)} ${code(shown)} ${dim(`${WHERE[message.in]}${status}${versions(message)}`)}`),
      text(line`${message.cause}`),
      text(line`${good('Next')} ${message.next}`),
      text(line`${dim(`${message.basis.kind}: ${message.basis.ref}`)}`),
    ],
  };
}

function lineSection({ code: name, meaning, source }: FoundLine, at: number): Section {
  const status = meaning.status === '' ? '' : `, the client gets ${meaning.status}`;
  return {
    id: `line-${at}`,
    title: '',
    blocks: [
      text(line`${bad(name)} ${dim(`in error.log${status}`)}`),
      text(line`${meaning.cause}`),
      text(line`${good('Next')} ${meaning.next}`),
      text(line`${dim(source)}`),
    ],
  };
}

function causeSections(cause: Cause): readonly Section[] {
  const { title, hop, whoCures, check, cure, mayLookLike = [] } = causeRow(cause);
  const alike =
    mayLookLike.length === 0
      ? []
      : [{ id: 'alike', title: 'Looks like', blocks: [text(line`${mayLookLike.join(', ')}`)] }];
  return [
    {
      id: 'cause',
      title: '',
      blocks: [text(line`${bad(cause)} ${dim(hop === 'client' ? 'the client' : hop)}`), text(line`${title}`)],
    },
    { id: 'check', title: 'Check', blocks: [text(line`${check}`)] },
    { id: 'cure', title: 'Change', blocks: [text(line`${cure}`), text(line`${dim(whoCures)}`)] },
    ...alike,
  ];
}

const VERDICTS = {
  right: good('right'),
  'half right': warn('half right'),
  imprecise: warn('imprecise'),
  wrong: bad('wrong'),
  unsafe: bad('unsafe'),
} as const;

function adviceSection({ id, says, verdict, instead, basis }: Advice, at: number): Section {
  return {
    id: `advice-${at}`,
    title: 'Advice',
    blocks: [
      text(line`${VERDICTS[verdict]}: ${says}`),
      text(line`${instead}`),
      text(line`${dim(`${basis.kind}: ${basis.ref} · ${id}`)}`),
    ],
  };
}

const nearSection = (near: readonly Message[]): Section => ({
  id: 'near',
  title: 'Like it',
  blocks: [text(NOTHING), ...near.map((message) => text(line`${message.by} ${code(message.text)}`))],
});
