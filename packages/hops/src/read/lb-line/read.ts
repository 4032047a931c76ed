import type { LbLine, LbProduct } from '../../record/index.ts';
import { beginsErrorLine } from '../error-line/index.ts';
import type { Source } from '../text/index.ts';
import { unwrapLine } from '../wrapper/index.ts';
import { readApacheError } from './apache.ts';
import { readAlb, readEnvoy, readTraefik } from './clouds.ts';
import { readHaproxy } from './haproxy.ts';
import { readJsonLb } from './json.ts';
import { readNginx } from './nginx.ts';

/** What has the clearest mark goes first. */
const GRAMMARS = [readHaproxy, readApacheError, readEnvoy, readAlb, readTraefik, readJsonLb, readNginx] as const;

/** One line of a load balancer's log, whatever syslog or a container runtime put around it. Null where it is none. */
export function readLbLine(source: Source): LbLine | null {
  const { text } = unwrapLine(source.text);
  for (const read of GRAMMARS) {
    const line = read(text, source);
    if (line !== null) return line;
  }
  return null;
}

export interface LbLines {
  readonly lines: readonly LbLine[];
  /** Lines in no grammar that is known. */
  readonly strange: readonly Source[];
}

/**
 * The lines of one balancer's log. `combined` is written by nginx, Apache and Varnish alike: such a line is taken for
 * the product that wrote the rest, or that `product` names.
 */
export function readLbLines(sources: readonly Source[], product?: LbProduct): LbLines {
  const lines: LbLine[] = [];
  const strange: Source[] = [];
  for (const source of joined(sources)) {
    const line = readLbLine(source);
    if (line === null) strange.push(source);
    else lines.push(line);
  }
  const owner = product ?? (lines.some((line) => line.product === 'apache') ? 'apache' : undefined);
  const own = (line: LbLine): LbLine => {
    if (!isCombined(line)) return line;
    // varnishncsa alone writes the whole URL.
    const its = owner ?? (/^\S+ https?:\/\//.test(line.request ?? '') ? 'varnish' : undefined);
    return its === undefined ? line : { ...line, product: its };
  };
  return { lines: lines.map(own), strange };
}

const isCombined = (line: LbLine): boolean =>
  line.product === 'nginx' && line.kind === 'access' && line.upstreamStatus === null && line.timers === null;

/** Lines that go on with an entry of an error.log. */
function joined(sources: readonly Source[]): readonly Source[] {
  const result: Source[] = [];
  let open = false;
  for (const source of sources) {
    const last = result.at(-1);
    const starts = beginsErrorLine(source.text) || !/^\s|^stack traceback:|^coroutine \d+:/.test(source.text);
    if (starts || last === undefined || !open) result.push(source);
    else result[result.length - 1] = { ...last, text: `${last.text}\n${source.text}` };
    open = open ? !starts || beginsErrorLine(source.text) : beginsErrorLine(source.text);
  }
  return result;
}
