import { completionScript } from '../completion/index.ts';
import type { Shell } from '../completion/shells.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Verb } from '../session.ts';
import { createProgram } from '../usage/program.ts';

export const completion: Verb = async ({ io, settings }, [shell]) => {
  const script = completionScript(
    createProgram(async () => {}),
    shell as Shell,
  );
  const document = { schemaVersion: 1, command: 'completion', shell, script };
  await io.stdout.write(settings.json ? `${JSON.stringify(document)}\n` : script);
  return exitCodes.fine;
};
