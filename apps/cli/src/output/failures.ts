import type { Problem } from '@why401/core';
import { sanitise, toJson } from '@why401/core/report';
import type { Io } from '../io.ts';

export interface FailedCall {
  readonly command: string;
  readonly json: boolean;
  readonly problems: readonly Problem[];
}

/** People read it on standard error; with `--json` standard output holds the same as a document. */
export async function presentFailure(io: Io, { command, json, problems }: FailedCall): Promise<void> {
  if (json) await io.stdout.write(`${toJson(command, { problems })}\n`);
  await io.stderr.write(problems.map(inWords).join(''));
}

/** `why401: kong.yaml:3:9: the sentence (the-code)`, and on the next line what to do. */
export function inWords({ code, message, place, hint }: Problem): string {
  const where = [place?.file ?? place?.url, place?.line, place?.column].filter((part) => part !== undefined).join(':');
  const lines = [`why401: ${where === '' ? '' : `${where}: `}${message} (${code})`];
  if (hint !== undefined) lines.push(`  ${hint}`);
  return lines.map((text) => `${sanitise(text)}\n`).join('');
}
