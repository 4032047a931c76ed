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
import type { Comparison, HeaderChange, Side } from './model.ts';

const text = (...lines: readonly Line[]): Block => ({ kind: 'text', lines });

export function compareReport(comparison: Comparison): Report {
  const { via, direct, says, headers, sameBody } = comparison;
  const [first, ...others] = says;
  const title = first?.text ?? 'the two answers differ in nothing that tells';
  const sections: readonly Section[] = [
    { id: 'reply', title: '', blocks: [text(line`${warn(sentence(title))}`), ...nextOf(first)] },
    {
      id: 'compared',
      title: 'Compared',
      blocks: [
        {
          kind: 'table',
          head: ['', via.name, direct.name],
          rows: [
            [line`status`, statusLine(via), statusLine(direct)],
            [line`Kong`, kongLine(via), kongLine(direct)],
            [line`body`, bodyLine(via), sameBody ? line`${dim('the same')}` : bodyLine(direct)],
          ],
        },
      ],
    },
    ...headerSection(headers),
    ...others.map(({ text: words, next }, index) => ({
      id: `also-${index}`,
      title: index === 0 ? 'Also' : '',
      blocks: [text(line`${sentence(words)}`), text(line`${good('Next')} ${next}`)],
    })),
  ];
  return { title, sections };
}

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;

const nextOf = (saying: Comparison['says'][number] | undefined): readonly Block[] =>
  saying === undefined ? [] : [text(line`${good('Next')} ${saying.next}`)];

function statusLine({ answer }: Side): Line {
  if (answer.status === null) return line`${bad(answer.error ?? 'no answer')}`;
  return line`${answer.status < 400 ? good(String(answer.status)) : bad(String(answer.status))} ${answer.reason}`;
}

function kongLine({ isKongs, isKongsOwn, page }: Side): Line {
  if (isKongsOwn) return line`wrote it`;
  if (isKongs) return line`passed it on`;
  return page === null ? line`no sign` : line`no sign; a page of ${page}`;
}

const bodyLine = ({ answer }: Side): Line => line`${answer.bodyBytes === null ? '?' : answer.bodyBytes} octets`;

function headerSection(headers: readonly HeaderChange[]): readonly Section[] {
  const telling = headers.filter(({ kind }) => kind !== 'varies');
  if (telling.length === 0) return [];
  const rows = telling.map(({ name, kind, via, direct }) => [
    line`${code(name)}`,
    line`${kind}`,
    line`${via ?? dim('–')}`,
    line`${direct ?? dim('–')}`,
  ]);
  return [
    {
      id: 'headers',
      title: 'Headers',
      blocks: [{ kind: 'table', head: ['', 'by the hop', 'through it', 'past it'], rows }],
    },
  ];
}
