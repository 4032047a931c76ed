import type { Message } from './model.ts';

type Rest = Partial<Omit<Message, 'id' | 'text' | 'cause' | 'next'>>;

/** Rows of one writer: what they share is said once. */
export const rowsOf =
  (by: string, usual: Pick<Message, 'in' | 'statuses' | 'basis'>) =>
  (id: string, text: string, cause: string, next: string, rest: Rest = {}): Message => ({
    id: `${by}-${id}`,
    text,
    by,
    ...usual,
    cause,
    next,
    ...rest,
  });
