import { type Context, isEvidence, keepBox, removeLog, setHopOf, setHops } from '../actions/index.ts';
import { button, type Child, make } from '../dom/index.ts';
import { follow, type HopsFile } from '../state/index.ts';
import { bytesWords } from '../words/index.ts';
import { labelled, textField } from './field.ts';

/** What is judged: the box, and the logs that were dropped; and what somebody knows of the chain. */
export function hopsGiven(context: Context): HTMLElement {
  const { store } = context;
  return make(
    'section',
    { class: 'card hops-given', attributes: { 'aria-label': 'What was seen' } },
    make('h2', {}, 'Which hop answered, and which link broke?'),
    make(
      'p',
      { class: 'dim' },
      'Paste the answer (curl -i, curl -v), a message or a log line into the box. Drop logs of any hop: error.log, access.log, Kong’s log entries, an export of Splunk, HAProxy, nginx. They are judged on this machine and not kept.',
    ),
    follow(
      store,
      'ul',
      { class: 'hops-files', attributes: { 'aria-label': 'Logs to judge' } },
      ({ hops, rejected }) => [hops.files, rejected] as const,
      ([files, rejected]) => {
        const inputs = rejected?.state === 'answered' ? rejected.answer.data.inputs : [];
        return files.map((file) => fileRow(context, file, inputs.find(({ name }) => name === file.name)?.taken));
      },
    ),
    follow(
      store,
      'p',
      { class: 'asked' },
      ({ reading, hops }) => [isEvidence(reading.paste.kind), hops.files.length] as const,
      ([isBoxed]): Child[] =>
        isBoxed
          ? [button('Keep the box and paste more', () => keepBox(context), { id: 'keep-box', class: 'quiet small' })]
          : [],
    ),
    make(
      'div',
      { class: 'fields' },
      textField(context, {
        id: 'hops-chain',
        title: 'Chain, if you know it',
        classes: 'grow',
        placeholder: 'f5,kong,nginx,server',
        shown: ({ hops }) => hops.chain,
        take: (chain) => setHops(context, { chain }),
      }),
      textField(context, {
        id: 'hops-request',
        title: 'Request id, if several are in the logs',
        classes: 'grow',
        placeholder: 'that of the answer, else the newest that failed',
        shown: ({ hops }) => hops.requestId,
        take: (requestId) => setHops(context, { requestId }),
      }),
    ),
  );
}

const WHOSE: readonly (readonly [hop: HopsFile['hop'], words: string])[] = [
  ['', 'as its lines tell'],
  ['lb1', 'of the LB before Kong'],
  ['lb2', 'of the LB behind Kong'],
];

function fileRow(context: Context, { id, name, blob, hop }: HopsFile, taken = ''): HTMLElement {
  const options = WHOSE.map(([value, words]) => {
    const option = make('option', { attributes: { value } }, words);
    option.selected = value === hop;
    return option;
  });
  const select = make(
    'select',
    { id: `log-hop-${id}`, on: { change: () => setHopOf(context, id, select.value as HopsFile['hop']) } },
    ...options,
  );
  return make(
    'li',
    { class: 'hops-file' },
    make('strong', {}, name),
    make('span', { class: 'dim' }, [bytesWords(blob.size), taken].filter((part) => part !== '').join(', ')),
    labelled('Log', select, 'inline'),
    button('Remove', () => removeLog(context, id), {
      id: `log-remove-${id}`,
      class: 'quiet small',
      attributes: { 'aria-label': `Remove ${name}` },
    }),
  );
}
