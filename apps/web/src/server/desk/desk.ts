import { SCHEMA_VERSION, stringifyDeep } from '@why401/core/report';
import { type Bench, createBench } from './bench.ts';
import { readBody, WrongBody } from './body.ts';
import { type Files, type Judged, NO_FILES, type Outcome, type TaskName } from './model.ts';
import { configuration } from './tasks/configuration.ts';
import { entities } from './tasks/entities.ts';
import { explain } from './tasks/explain.ts';
import { issuer } from './tasks/issuer.ts';
import { keys } from './tasks/keys.ts';
import { metadata } from './tasks/metadata.ts';
import { route } from './tasks/route.ts';
import { share } from './tasks/share.ts';
import { timeline } from './tasks/timeline.ts';
import { verify } from './tasks/verify.ts';

/** Where the judging is done: JSON in, JSON out. It knows nothing of HTTP, and never throws over its input. */
export interface Desk {
  /** Takes the place of what lay there before. */
  hold(files: Files): void;
  run(task: TaskName, body: string): Outcome;
}

/** @param clock milliseconds since the epoch; judged is in whole seconds, which is what Kong's clock has */
export function createDesk(clock: () => number): Desk {
  const systemNow = (): number => Math.floor(clock() / 1000) * 1000;
  let bench = createBench(NO_FILES, systemNow);
  return {
    hold: (files) => {
      bench = createBench(files, systemNow);
    },
    run: (task, body) => {
      try {
        return TASKS[task](bench, readBody(body));
      } catch (error) {
        // A defect of ours must not end the others' work, nor show what it stumbled over.
        return { kind: error instanceof WrongBody ? 'body-wrong' : 'failed' };
      }
    },
  };
}

type Task = (bench: Bench, body: ReturnType<typeof readBody>) => Outcome;

const answered = (value: object): Outcome => ({ kind: 'answered', body: stringifyDeep(value) });

const ofUpload = ({ answer, readable }: { readonly answer: object; readonly readable: boolean }): Outcome =>
  readable ? answered(answer) : { kind: 'answered', body: stringifyDeep(answer), kept: false };

const judged =
  (judge: (...args: Parameters<Task>) => Judged): Task =>
  (bench, body) => {
    const result = judge(bench, body);
    if (!result.ok) return answered({ problems: result.problems });
    const { command, report, data, sameAs, notes, more } = result.told;
    return answered({ report, data: { schemaVersion: SCHEMA_VERSION, command, ...data }, sameAs, notes, ...more });
  };

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
  share: (bench, body) => {
    const sharing = share(bench, body);
    return answered(sharing.ok ? sharing.shared : { problems: sharing.problems });
  },
};
