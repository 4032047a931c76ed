import { SECRET_HEADER } from './secret.ts';

/** Values of each header that the gate looks at, good ones among the bad, so that each check alone fails somewhere. */
export interface Cell {
  /** Header lines as they are sent. */
  readonly lines: readonly (readonly [name: string, value: string])[];
  /** What the gate answers on a route behind the secret and on an open one; undefined: it lets pass. */
  readonly wanted: Readonly<Record<'closed' | 'open', 401 | 403 | undefined>>;
  /** How many of the four values are bad. */
  readonly bad: number;
}

interface Value {
  readonly lines: readonly string[];
  readonly closed: boolean;
  readonly open: boolean;
}

const both = (good: boolean, ...lines: readonly string[]): Value => ({ lines, closed: good, open: good });

const hosts = (port: number): readonly Value[] => [
  ...[`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`].map((host) => both(true, host)),
  ...[
    'evil.test',
    `evil.test:${port}`,
    `localhost.:${port}`,
    `localhost6:${port}`,
    `127.0.0.1.nip.io:${port}`,
    `127.0.0.1:${port + 1}`,
    '127.0.0.1',
    'localhost',
    `1.2.3.4:${port}`,
    `0.0.0.0:${port}`,
    `[::1234]:${port}`,
    '[',
    '[::1]',
    'file:',
    `LOCALHOST:${port}`,
    `Localhost:${port}`,
    '',
    `user@127.0.0.1:${port}`,
    `127.0.0.1:${port}/`,
    `127.0.0.1:0${port}`,
    `127.1:${port}`,
  ].map((host) => both(false, host)),
  both(false),
  both(false, `127.0.0.1:${port}`, `127.0.0.1:${port}`),
  both(false, `127.0.0.1:${port}`, 'evil.test'),
];

const origins = (host: string, port: number): readonly Value[] => [
  both(true),
  both(true, `http://${host}`),
  both(false, `https://${host}`),
  both(false, 'null'),
  both(false, 'http://evil.test'),
  both(false, `http://127.0.0.1:${port + 1}`),
  both(false, 'http://127.0.0.1'),
  both(false, 'file://'),
  both(false, `http://${host}`, 'http://evil.test'),
  both(false, `http://${host}/`),
];

const sites: readonly Value[] = [
  both(true),
  both(true, 'same-origin'),
  { lines: ['none'], closed: false, open: true },
  both(false, 'same-site'),
  both(false, 'cross-site'),
  both(false, 'same-origin', 'cross-site'),
];

const secrets = (secret: string): readonly Value[] => [
  both(true, secret),
  ...[[], [''], [secret.slice(1)], [`${secret}s`], ['t'.repeat(43)]].map((lines) => both(false, ...lines)),
];

/** Every combination: 27 × 10 × 6 × 6. */
export function cellsFor(port: number, secret: string): Cell[] {
  const cells: Cell[] = [];
  for (const host of hosts(port))
    for (const origin of origins(host.lines[0] ?? '', port))
      for (const site of sites) for (const own of secrets(secret)) cells.push(cellOf(host, origin, site, own));
  return cells;
}

function cellOf(host: Value, origin: Value, site: Value, own: Value): Cell {
  const named = { host, origin, 'sec-fetch-site': site, [SECRET_HEADER]: own };
  const refused = (kind: 'closed' | 'open'): boolean => [host, origin, site].some((value) => !value[kind]);
  return {
    lines: Object.entries(named).flatMap(([name, { lines }]) => lines.map((value) => [name, value] as const)),
    wanted: {
      closed: refused('closed') ? 403 : own.closed ? undefined : 401,
      open: refused('open') ? 403 : undefined,
    },
    bad: [host, origin, site, own].filter(({ closed }) => !closed).length,
  };
}
