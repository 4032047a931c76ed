import { expect } from 'vitest';

interface Coded {
  readonly code?: string;
  readonly id?: string;
}

const names = (received: unknown): readonly string[] => {
  const list = Array.isArray(received) ? received : ((received as { problems?: unknown[] })?.problems ?? []);
  return (list as readonly Coded[]).map((item) => item.code ?? item.id ?? '?');
};

const has = (kind: string) => (received: unknown, wanted: string) => {
  const found = names(received);
  return {
    pass: found.includes(wanted),
    message: () => `wanted ${kind} ${wanted}, found: ${found.length === 0 ? 'none' : found.join(', ')}`,
  };
};

/** Importing this room adds the matchers. They print codes only, never what a token or key holds. */
expect.extend({ toHaveProblem: has('problem'), toHaveFinding: has('finding') });

interface Matchers<R> {
  /** On a list of problems, or on something with `problems`. */
  toHaveProblem(code: string): R;
  /** On a list of findings. */
  toHaveFinding(id: string): R;
}

declare module 'vitest' {
  interface Assertion<T> extends Matchers<T> {}
  interface AsymmetricMatchersContaining extends Matchers<unknown> {}
}
