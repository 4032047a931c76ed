import type { Wanted } from '../decide/index.ts';
import type { Joined } from '../read/index.ts';

/** A log that would make the verdict surer: where to look, as commands that can be pasted. */
export interface Raise {
  readonly log: Wanted;
  readonly what: string;
  readonly grep: string | null;
  readonly splunk: string | null;
}

const WHAT: Readonly<Record<Wanted, string>> = {
  client: 'the answer as the client gets it',
  'error-log': 'Kong’s error.log',
  json: 'Kong’s JSON log entry (file-log, http-log, Splunk)',
  'lb1-log': 'the log of the load balancer before Kong',
  'lb2-log': 'the log of the load balancer behind Kong',
  config: 'Kong’s configuration',
};

const FILES: Readonly<Partial<Record<Wanted, string>>> = {
  'error-log': '/usr/local/kong/logs/error.log',
  json: '<file of file-log>',
  'lb1-log': '<log of LB1>',
  'lb2-log': '<log of LB2>',
};

export const raiseOf = (wanted: readonly Wanted[], joined: Joined): readonly Raise[] =>
  wanted.map((log) => ({ log, what: WHAT[log], grep: grepOf(log, joined), splunk: splunkOf(log, joined) }));

function grepOf(log: Wanted, joined: Joined): string | null {
  if (log === 'client') return clientCommand(joined);
  if (log === 'config')
    return 'deck gateway dump -o kong.yaml   # Konnect: add --konnect-token and --konnect-control-plane-name';
  const needle = needleOf(log, joined);
  return needle === null ? null : `grep -nF -- ${quoted(needle)} ${FILES[log]}`;
}

const SAFE: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Nothing that changes something is sent again only to see its answer. */
function clientCommand(joined: Joined): string | null {
  const method = joined.record.request?.method ?? joined.asked?.method ?? 'GET';
  if (!SAFE.has(method)) return null;
  const flag = { HEAD: '-I', OPTIONS: '-i -X OPTIONS' }[method] ?? '-i';
  return `curl ${flag} ${quoted(urlOf(joined))}`;
}

/** Kong's logs know the id; a balancer knows the request line alone. */
function needleOf(log: Wanted, { asked, record }: Joined): string | null {
  const isKongs = log === 'error-log' || log === 'json';
  if (isKongs && asked?.requestId != null) return asked.requestId;
  const target =
    log === 'lb2-log' ? (record.entry?.upstreamUri ?? asked?.target) : (record.request?.target ?? asked?.target);
  const method = record.request?.method ?? asked?.method;
  const path = target?.split('?')[0];
  if (path === undefined) return null;
  return log === 'json' ? `"uri":"${path}` : `${method ?? ''} ${path}`.trim();
}

const MARGIN = 60;

function splunkOf(log: Wanted, joined: Joined): string | null {
  if (log === 'client' || log === 'config') return null;
  const needle = needleOf(log, joined);
  if (needle === null) return null;
  const { from = null, to = null } = joined.asked ?? {};
  const span =
    from === null
      ? 'earliest=-1h'
      : `earliest=${Math.floor(from / 1000) - MARGIN} latest=${Math.ceil((to ?? from) / 1000) + MARGIN}`;
  const text = `"${needle.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
  return `index=* ${span} ${text}${log === 'json' ? ' | table _time response.status upstream_status source tries{}.code latencies.*' : ''}`;
}

function urlOf({ record, asked }: Joined): string {
  const { request, entry } = record;
  if (request !== null) {
    const port = request.port === null ? '' : `:${request.port}`;
    return `${request.scheme}://${request.host}${port}${request.target}`;
  }
  return entry?.url ?? `https://<host>${asked?.target ?? '/'}`;
}

/** For a POSIX shell. */
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
