import { performance } from 'node:perf_hooks';
import type { Fetched, FetchStage, FetchStageName, Problem } from '@why401/core';
import { codeOf, StageFailure } from './failure.ts';

type Facts = { -readonly [Name in 'address' | 'tls' | 'document']?: Fetched[Name] };

/** One attempt: its stages as they come, what was learnt on the way, and everything that must be closed. */
export interface Run {
  readonly stages: FetchStage[];
  readonly facts: Facts;
  /** Closed when the attempt is over, however it ends. */
  readonly open: { destroy(): void }[];
  /** Does the work of one stage and writes down how it went; ends with the deadline whatever the work does. */
  stage<T>(name: FetchStageName, work: () => Promise<T> | T, detail?: (value: T) => string): Promise<T>;
}

/** What an attempt ended with in a stage. */
export class AttemptFailure extends Error {
  readonly problem: Problem & { readonly stage: FetchStageName };
  readonly again: boolean;

  constructor(stage: FetchStageName, { problem, again }: StageFailure) {
    super(problem.code);
    this.name = 'AttemptFailure';
    this.problem = { ...problem, stage };
    this.again = again;
  }
}

/** Of a whole exchange, both attempts together. */
export interface Deadline {
  /** Milliseconds. */
  readonly timeout: number;
  /** Kept when the time is over. */
  readonly over: Promise<void>;
  isOver(): boolean;
}

export function startRun({ timeout, over }: Deadline, onStage: (stage: FetchStage) => void = () => {}): Run {
  const stages: FetchStage[] = [];
  return {
    stages,
    facts: {},
    open: [],
    async stage(name, work, detail) {
      const from = performance.now();
      const tell = (rest: Pick<FetchStage, 'outcome' | 'detail' | 'problem'>): void => {
        const stage = { name, ms: performance.now() - from, ...rest };
        stages.push(stage);
        onStage(stage);
      };
      try {
        const value = await Promise.race([Promise.resolve().then(work), over.then(() => overdue(name, timeout))]);
        tell({ outcome: 'pass', ...(detail !== undefined && { detail: detail(value) }) });
        return value;
      } catch (error) {
        const failure = error instanceof StageFailure ? error : unforeseen(name, error);
        tell({ outcome: 'fail', problem: failure.problem });
        throw new AttemptFailure(name, failure);
      }
    },
  };
}

function overdue(name: FetchStageName, timeout: number): never {
  throw new StageFailure({
    code: `${name}-timeout`,
    message: `${WAITING[name]} when the ${timeout / 1000} s for the whole exchange were over.`,
    hint: 'Try again, from the gateway’s own network too; --timeout SECONDS waits longer.',
  });
}

const WAITING: Readonly<Record<FetchStageName, string>> = {
  url: 'Nothing had been sent',
  proxy: 'The proxy had not opened the way',
  dns: 'The name server had not answered',
  tcp: 'The server had not taken the connection',
  tls: 'The TLS handshake was not over',
  http: 'No answer had come',
  body: 'The answer was not complete',
};

/** A stage names what it knows; the rest is told by the runtime's own code. */
const unforeseen = (name: FetchStageName, error: unknown): StageFailure =>
  new StageFailure({
    code: `${name}-failed`,
    message: `It failed here: ${codeOf(error) || (error instanceof Error ? error.name : 'unknown error')}.`,
    hint: 'Try the same with curl -v to see more.',
  });
