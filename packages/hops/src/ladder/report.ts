import {
  type Block,
  bad,
  dim,
  good,
  type Line,
  line,
  type Report,
  type Section,
  strong,
  value,
  warn,
} from '@why401/core/report';
import type { Bar, Inversion, KongPatience, Ladder, Scenario, Trouble, Waiter } from './model.ts';

export interface Drawing {
  readonly unicode: boolean;
  /** Columns of the terminal. */
  readonly width: number;
}

export interface Drawn {
  readonly kong: KongPatience;
  readonly ladder: Ladder;
}

const NAMES: Readonly<Record<Waiter, string>> = {
  client: 'client',
  lb1: 'LB before Kong',
  kong: 'Kong',
  lb2: 'LB behind Kong',
  server: 'server',
};

const TROUBLES: Readonly<Record<Trouble, string>> = {
  'server-hangs': 'The server hangs, GET',
  'server-hangs-post': 'The server hangs, POST',
  'no-connection': 'Nobody takes the connection, or answers TLS',
};

const the = (who: Waiter): string => (who === 'kong' ? 'Kong' : `the ${NAMES[who]}`);

const seconds = (ms: number): string => `${Number((ms / 1000).toFixed(2))} s`;

export function ladderReport(drawn: readonly Drawn[], drawing: Drawing): Report {
  const [first] = drawn;
  const headline = first === undefined ? line`${warn('No Service')}` : headlineOf(first.ladder);
  return {
    title: headline.map(({ text }) => text).join(''),
    sections: [
      { id: 'reply', title: '', blocks: [{ kind: 'text', lines: [headline] }] },
      ...drawn.flatMap((one, at) => sectionsOf(one, drawing, at)),
    ],
  };
}

function headlineOf({ inversions: [inversion], scenarios: [hangs] }: Ladder): Line {
  if (inversion !== undefined)
    return line`${bad('Wrong order')}: ${the(inversion.outer)} gives up after ${seconds(inversion.outerMs)}, ${the(inversion.inner)} only after ${seconds(inversion.innerMs)}`;
  const who = hangs?.first.who ?? 'kong';
  return line`${good('In order')}: when the server hangs, ${the(who)} gives up first, after ${seconds(hangs?.first.ms ?? 0)}`;
}

function sectionsOf({ kong, ladder }: Drawn, drawing: Drawing, at: number): readonly Section[] {
  const { scenarios, inversions, unknown } = ladder;
  const blocks: Block[] = [
    {
      kind: 'text',
      lines: [
        line`${strong(kong.service)} ${dim(`retries ${kong.retries}, connect ${seconds(kong.connectTimeout)}, read ${seconds(kong.readTimeout)}`)}`,
      ],
    },
    ...scenarios.flatMap((scenario) => pictureOf(scenario, drawing)),
  ];
  const all: readonly Section[] = [
    { id: `ladder-${at}`, title: 'Ladder', blocks },
    {
      id: `cure-${at}`,
      title: 'Change',
      blocks: inversions.map((one) => ({ kind: 'text', lines: [cureOf(one, kong)] })),
    },
    {
      id: `not-${at}`,
      title: 'Not told',
      blocks:
        unknown.length === 0
          ? []
          : [
              {
                kind: 'text',
                lines: [
                  line`How long these wait: ${unknown.map((who) => NAMES[who]).join(', ')} (--client, --lb1, --lb2, --server: seconds or a product).`,
                ],
              },
            ],
    },
  ];
  return all.filter((section) => section.blocks.length > 0);
}

const LABEL = 16;
const TAIL = 12;

/** Bars on one scale; each try of Kong is a piece of its own. */
function pictureOf(
  { trouble, bars, first, clientSees, kongLogs }: Scenario,
  { unicode, width }: Drawing,
): readonly Block[] {
  const longest = Math.max(...bars.map(({ total }) => total), 1);
  const plot = Math.max(10, Math.min(width - LABEL - TAIL - 4, 60));
  const lines = bars.map((bar): Line => {
    const over = bar.who === first.who;
    const drawnBar = pieces(bar, longest, plot, unicode);
    return line`${NAMES[bar.who].padEnd(LABEL)}${over ? bad(drawnBar) : dim(drawnBar)} ${seconds(bar.total)}`;
  });
  return [
    { kind: 'verbatim', lines: [line`${strong(TROUBLES[trouble])}`, ...lines] },
    {
      kind: 'text',
      lines: [
        line`${value(NAMES[first.who])} after ${seconds(first.ms)}; the client gets ${clientSees}; Kong logs ${kongLogs}.`,
      ],
    },
  ];
}

function pieces({ tries }: Bar, longest: number, plot: number, unicode: boolean): string {
  const [full, gap] = unicode ? ['█', '│'] : ['#', '|'];
  const columns = (ms: number): number => Math.round((ms / longest) * plot);
  let text = '';
  let until = 0;
  for (const ms of tries) {
    until += ms;
    const wanted = Math.max(columns(until) - text.length - 1, 0);
    text += full.repeat(wanted) + (tries.length > 1 ? gap : full);
  }
  return text.slice(0, plot);
}

function cureOf({ outer, inner, outerMs, innerMs }: Inversion, kong: KongPatience): Line {
  if (inner === 'kong') {
    const most = Math.floor((outerMs * 0.9) / (kong.retries + 1));
    return line`Service ${kong.service}: ${value(`read_timeout: ${most}`)} with retries ${kong.retries}, or ${value('retries: 0')} with ${value(`read_timeout: ${Math.floor(outerMs * 0.9)}`)}; or let ${the(outer)} wait longer than ${seconds(innerMs)}.`;
  }
  return line`Let ${the(outer)} wait longer than ${seconds(innerMs)}, or ${the(inner)} shorter than ${seconds(outerMs)}.`;
}
