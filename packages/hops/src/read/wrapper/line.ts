import { isObject, parseJson } from '@why401/core/json';

/** What was around a line of a log. */
export type Wrapper = 'cri' | 'docker' | 'compose' | 'syslog' | 'timestamp' | 'json-message';

export interface Unwrapped {
  readonly text: string;
  readonly wrappers: readonly Wrapper[];
}

/** `2026-11-24T20:48:01.123Z stderr F …`; `P` marks a piece that the next line goes on with. */
const CRI = /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d) std(?:out|err) [FP](?: |$)/;
/** RFC 3164, with or without its priority: `<190>Nov 24 20:48:02 host program[7]: …`; rsyslog writes RFC 3339 times. */
const SYSLOG =
  /^(?:<\d{1,3}>)?(?:[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d|\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)) (?:[\w.:-]+ )?[\w./-]+(?:\[\d+\])?: ?/;
/** RFC 5424: `<190>1 2026-11-24T20:48:02Z host program 7 - - …`. */
const SYSLOG_5424 = /^<\d{1,3}>1 \S+ \S+ \S+ \S+ \S+ (?:-|\[(?:[^\]"]|"(?:[^"\\]|\\.)*")*\]) (?:\uFEFF)?/;
/** `docker compose logs`: `kong-1  | …`. */
const COMPOSE = /^[\w.-]+ +\| /;
/** `kubectl logs --timestamps`, `docker logs -t`. */
const TIMESTAMP = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d) (?=\S)/;

const PREFIXES: readonly (readonly [Wrapper, RegExp])[] = [
  ['cri', CRI],
  ['syslog', SYSLOG_5424],
  ['syslog', SYSLOG],
  ['compose', COMPOSE],
  ['timestamp', TIMESTAMP],
];

/** Members in which a forwarder puts the line itself. */
const MEMBERS = ['log', 'message', 'msg', 'MESSAGE', '_raw'] as const;

/** Wrappers around wrappers: a container's log that a forwarder sent by syslog. */
const DEEPEST = 4;

/** Takes off what container runtimes, syslog and forwarders put around a line. */
export function unwrapLine(line: string): Unwrapped {
  const wrappers: Wrapper[] = [];
  // Left where a file was cut to nothing while its writer went on.
  let text = line.replace(/^\0+/, '');
  while (wrappers.length < DEEPEST) {
    const next = withoutPrefix(text) ?? withoutJson(text);
    if (next === undefined) break;
    wrappers.push(next.wrapper);
    text = next.text;
  }
  return { text, wrappers };
}

interface Step {
  readonly wrapper: Wrapper;
  readonly text: string;
}

function withoutPrefix(text: string): Step | undefined {
  for (const [wrapper, prefix] of PREFIXES) {
    const match = prefix.exec(text);
    if (match !== null) return { wrapper, text: text.slice(match[0].length) };
  }
  return undefined;
}

function withoutJson(text: string): Step | undefined {
  if (!text.startsWith('{')) return undefined;
  const value = parseJson(text);
  if (!isObject(value)) return undefined;
  for (const name of MEMBERS) {
    const inner = value[name];
    if (typeof inner !== 'string' || !isLogLine(inner)) continue;
    const wrapper = name === 'log' && 'stream' in value ? 'docker' : 'json-message';
    return { wrapper, text: inner.replace(/[\r\n]+$/, '') };
  }
  return undefined;
}

/** A line of a log begins with a time, an address, a bracket or an object: words are a message of its own. */
const isLogLine = (text: string): boolean =>
  /^(?:\{|\[|<\d|\d{4}[-/]\d\d|[\d.:a-f]{3,45} |[A-Z][a-z]{2} [ \d]\d )/.test(text);
