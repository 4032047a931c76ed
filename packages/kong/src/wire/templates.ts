import type { ErrorFormat } from './accept.ts';

/**
 * An error template of one's own, filled as Lua's `string.format` does: the message for the first `%s`, the id of
 * the request for the second. Undefined where the text is not known, or where Lua fails on it (`width: 100%;`).
 */
export function filledTemplate(
  template: string | undefined,
  message: string,
  requestId: string | undefined,
): string | undefined {
  const values = requestId === undefined ? [message] : [message, requestId];
  let fails = template === undefined;
  const body = template?.replace(/%(.|$)/gs, (_, option: string) => {
    if (option === '%') return '%';
    const value = option === 's' ? values.shift() : undefined;
    if (value === undefined) fails = true;
    return value ?? '';
  });
  return fails ? undefined : body;
}

/** Stands for a body that nobody can predict without the file. */
export const unknownBody = (format: ErrorFormat): string => `<error_template_${format}>`;
