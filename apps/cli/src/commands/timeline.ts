import { toText } from '@why401/core/report';
import {
  buildTimeline,
  isAcceptance,
  type Timeline,
  type TimelineEntry,
  timelineJson,
  timelineWords,
  toSvg,
} from '@why401/core/timeline';
import type { ExitCode } from '../exit-codes.ts';
import { fail } from '../failure.ts';
import { readTime } from '../options/times.ts';
import { exitOf } from '../outcome.ts';
import { writeNewFile } from '../output/new-file.ts';
import type { Answer, Session, Verb } from '../session.ts';
import { readLifetimes } from '../timeline/gateways.ts';
import { readKeySet, readSavedKeySet } from '../timeline/key-set.ts';
import { readMaxAge, type TimelineOptions } from '../timeline/options.ts';
import { outcomeOf } from '../timeline/outcome.ts';
import { readTokens } from '../timeline/tokens.ts';
import { type Frame, watch } from '../timeline/watch.ts';

export const timeline: Verb<TimelineOptions> = async (session, args, options) => {
  const { settings } = session;
  if (options.watch) refuseUnwatchable(session);
  const entries = await readEntries(session, args, options);
  const at = options.at === undefined ? undefined : await readTime('--at', options.at, settings);
  for (const { code, message } of at?.notes ?? []) await session.warn(code, message);
  const build = (now: number): Timeline => buildTimeline(entries, { now, zone: settings.zone, at: at?.instant ?? now });
  const built = build(settings.now);
  if (options.svg !== undefined) writeNewFile(options.svg, toSvg(built), settings.force);
  return options.watch ? watched(session, build) : answer(session, built);
};

async function readEntries(
  session: Session,
  args: readonly string[],
  options: TimelineOptions,
): Promise<TimelineEntry[]> {
  const maxAge = readMaxAge(options.maxAge);
  const tokens = await readTokens(session, args, options.tokenEnv);
  const keySet = await givenKeySet(session, options);
  const lifetimes = await readLifetimes(session, options);
  return tokens.map(({ name, token }) => ({
    name,
    token,
    ...(maxAge === undefined ? {} : { maxAge }),
    ...(keySet === undefined ? {} : { keySet }),
    ...(lifetimes === undefined ? {} : { gateways: lifetimes(token) }),
  }));
}

async function givenKeySet(session: Session, { jwks, evidence }: TimelineOptions) {
  if (jwks !== undefined) return readKeySet(session, jwks);
  return evidence === undefined ? undefined : readSavedKeySet(session, evidence);
}

function answer({ settings }: Session, built: Timeline): Answer {
  return {
    exit: exitOf(outcomeOf(built), settings.failOn),
    report: () => timelineWords(built, picture(settings)),
    json: () => timelineJson(built),
  };
}

const picture = ({ style }: Session['settings']) => ({
  alphabet: style.unicode ? ('unicode' as const) : ('ascii' as const),
  width: style.width,
});

function refuseUnwatchable({ io, settings }: Session): void {
  if (settings.json || settings.share !== undefined)
    fail('watch-alone', '--watch draws on a terminal; --json and --share write once.', 'Leave one of them out.');
  if (!io.stdout.isTerminal)
    fail('watch-needs-terminal', '--watch draws on a terminal, and standard output is none.', 'Leave --watch out.');
}

/** A clock that was set with `--now` goes on from there. */
function watched({ io, settings }: Session, build: (now: number) => Timeline): Promise<ExitCode> {
  const ahead = settings.now - io.now();
  return watch(
    io,
    () => io.now() + ahead,
    (now) => frame(build(now), settings),
  );
}

const WATCHED: ReadonlySet<string> = new Set(['timeline', 'verdict', 'now']);

function frame(built: Timeline, settings: Session['settings']): Frame {
  const { title, sections } = timelineWords(built, picture(settings));
  const report = { title, sections: sections.filter(({ id }) => WATCHED.has(id)) };
  const accepted = built.lives.filter(({ standings }) => {
    const today = standings.filter(({ at }) => at === built.now);
    return today.length > 0 && today.every(({ verdict }) => isAcceptance(verdict));
  });
  return {
    text: `${toText(report, settings.style)}\nCtrl-C ends; the bell rings when the next token ends.\n`,
    accepted: new Set(accepted.map(({ name }) => name)),
  };
}
