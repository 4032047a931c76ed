import { SCHEMA_VERSION, stringifyDeep } from '@why401/core/report';
import { type Bench, createBench } from './bench.ts';
import { type Body, readBody, WrongBody } from './body.ts';
import { type Files, type Judged, NO_FILES, type Outcome, type TaskName } from './model.ts';
import { configuration } from './tasks/configuration.ts';
import { entities } from './tasks/entities.ts';
import { explain } from './tasks/explain.ts';
import { hops } from './tasks/hops.ts';
import { issuer } from './tasks/issuer.ts';
import { keys } from './tasks/keys.ts';
import { ladder } from './tasks/ladder.ts';
import { metadata } from './tasks/metadata.ts';
import { route } from './tasks/route.ts';
import { type Sharing, share, shareJudged } from './tasks/share.ts';
import { timeline } from './tasks/timeline.ts';
import { verify } from './tasks/verify.ts';

/** Where the judging is done: JSON in, JSON out. It knows nothing of HTTP, and never throws over its input. */
export interface Desk {
  /** Takes the place of what lay there before. */
  hold(files: Files): void;
  run(task: TaskName, body: string, bytes?: Uint8Array): Outcome;
}

/** @param clock milliseconds since the epoch; judged is in whole seconds, which is what Kong's clock has */
export function createDesk(clock: () => number): Desk {
  const systemNow = (): number => Math.floor(clock() / 1000) * 1000;
  let bench = createBench(NO_FILES, systemNow);
  return {
    hold: (files) => {
      bench = createBench(files, systemNow);
    },
    run: (task, body, bytes = NOTHING) => {
      try {
        return TASKS[task](bench, readBody(body), bytes);
      } catch (error) {
        // A defect of ours must not end the others' work, nor show what it stumbled over.
        return { kind: error instanceof WrongBody ? 'body-wrong' : 'failed' };
      }
    },
  };
}

const NOTHING = new Uint8Array();

type Task = (bench: Bench, body: Body, bytes: Uint8Array) => Outcome;

const answered = (value: object): Outcome => ({ kind: 'answered', body: stringifyDeep(value) });

const ofUpload = ({ answer, readable }: { readonly answer: object; readonly readable: boolean }): Outcome =>
  readable ? answered(answer) : { kind: 'answered', body: stringifyDeep(answer), kept: false };

const judged =
  (judge: (...args: Parameters<Task>) => Judged): Task =>
  (...given) => {
    const result = judge(...given);
    if (!result.ok) return answered({ problems: result.problems });
    const { command, report, data, sameAs, notes, more } = result.told;
    return answered({ report, data: { schemaVersion: SCHEMA_VERSION, command, ...data }, sameAs, notes, ...more });
  };

const shared = (sharing: Sharing): Outcome => answered(sharing.ok ? sharing.shared : { problems: sharing.problems });

const TASKS: Readonly<Record<TaskName, Task>> = {
  configuration: (bench, body) => ofUpload(configuration(bench, body)),
  keys: (bench) => ofUpload(keys(bench)),
  metadata: (bench) => ofUpload(metadata(bench)),
  explain: judged(explain),
  verify: judged(verify),
  timeline: judged(timeline),
  issuer: judged(issuer),
  entities: (bench, body) => answered(entities(bench, body)),
  route: judged(route),
  ladder: judged(ladder),
  // It cannot be asked twice by the same JSON, so the file for others is another answer to the same question.
  hops: (bench, body, bytes) =>
    body.optional('format') === undefined
      ? judged(hops)(bench, body, bytes)
      : shared(shareJudged(hops(bench, body, bytes), body)),
  share: (bench, body) => shared(share(bench, body)),
};
