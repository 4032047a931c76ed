import { describe, expect, it } from 'vitest';
import { ADVICE } from './advice/index.ts';
import { CAUSE_CODES, causeRow } from './causes/index.ts';
import { MESSAGES } from './messages/index.ts';

/** Written anew by `npx vitest run --project unit packages/hops/src/tables/pages.test.ts -u`. */
const page = (title: string, intro: string, entries: readonly (readonly string[])[]): string =>
  `# ${title}\n\n${intro}\n\n${entries.map((lines) => lines.join('\n\n')).join('\n\n')}\n`;

const quoted = (text: string): string => `\`${text.replaceAll('`', "'")}\``;

describe('the pages of the tables', () => {
  it('causes', async () => {
    const entries = CAUSE_CODES.map((code) => {
      const { title, hop, whoCures, check, cure, mayLookLike = [] } = causeRow(code);
      const alike = mayLookLike.length === 0 ? [] : [`May look like: ${mayLookLike.map(quoted).join(', ')}.`];
      return [
        `## ${code}`,
        `${title}.`,
        `Usually written by: ${hop}. Who can cure it: ${whoCures}.`,
        `Check: ${check}.`,
        `Change: ${cure}.`,
        ...alike,
      ];
    });
    const text = page('Causes', 'What `why401 who` may find. `why401 why CAUSE` prints one of them.', entries);
    await expect(text).toMatchFileSnapshot('../../../../docs/causes.md');
  });

  it('messages', async () => {
    const entries = MESSAGES.map(({ id, text, by, statuses, since, until, cause, next, basis }) => {
      const facts = [
        by,
        ...(statuses.length > 0 ? [statuses.join(', ')] : []),
        ...(since ? [`from ${since}`] : []),
        ...(until ? [`up to ${until}`] : []),
      ];
      return [
        `## ${id}`,
        quoted(text),
        `${facts.join(' · ')}.`,
        cause,
        `Next: ${next}`,
        `Basis: ${basis.kind}, ${basis.ref}.`,
      ];
    });
    const text = page(
      'Messages',
      'What Kong and its plugins write. `why401 why "MESSAGE"` prints one of them.',
      entries,
    );
    await expect(text).toMatchFileSnapshot('../../../../docs/messages.md');
  });

  it('advice', async () => {
    const entries = ADVICE.map(({ id, says, verdict, instead, basis }) => [
      `## ${id}`,
      `${says}: **${verdict}**.`,
      instead,
      `Basis: ${basis.kind}, ${basis.ref}.`,
    ]);
    const text = page('Advice, checked', 'What is said of 401, 502 and 504, and what is true of it.', entries);
    await expect(text).toMatchFileSnapshot('../../../../docs/advice.md');
  });
});
