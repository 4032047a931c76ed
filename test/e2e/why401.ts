import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');
export const cli = resolve(root, 'apps/cli/dist/main.cjs');
/** The runtime under test; the runner itself may be another one. */
export const runtime = process.env['WHY401_NODE'] ?? process.execPath;

export interface Scene {
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string | Uint8Array;
  readonly cwd?: string;
}

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Nothing of the runner's own settings, so that every machine plays the same scene. */
export const bareEnvironment = (): Record<string, string> => {
  const kept = ['PATH', 'HOME', 'TMPDIR', 'SystemRoot', 'USERPROFILE', 'TEMP'];
  return Object.fromEntries(
    kept.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name] as string]])),
  );
};

/** Starts the built command line; what it is given on standard input is left to the caller. */
export const start = (args: readonly string[], { env = {}, cwd = root }: Scene = {}): ChildProcess =>
  spawn(runtime, [cli, ...args], { cwd, env: { ...bareEnvironment(), ...env } });

/** Runs the built command line to its end; standard input is empty unless given. */
export async function why401(args: readonly string[], scene: Scene = {}): Promise<Ended> {
  const child = start(args, scene);
  child.stdin?.on('error', () => {});
  child.stdin?.end(scene.stdin ?? '');
  return ended(child);
}

export async function ended(child: ChildProcess): Promise<Ended> {
  const texts = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name]?.setEncoding('utf8').on('data', (text: string) => {
      texts[name] += text;
    });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, ...texts };
}
