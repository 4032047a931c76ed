import type { ChildProcess } from 'node:child_process';
import { start } from './why401.ts';

export interface Serving {
  readonly child: ChildProcess;
  readonly url: string;
  readonly secret: string;
  /** What was printed so far. */
  readonly printed: { readonly stdout: string; readonly stderr: string };
  post(path: string, body: object, signal?: AbortSignal): Promise<Response>;
  upload(path: string, name: string, bytes: string, signal?: AbortSignal): Promise<Response>;
  /** Ctrl-C. @returns the exit code */
  stop(): Promise<number | null>;
}

/** Runs the built `why401 serve` until its address is there. */
export async function serve(
  args: readonly string[] = ['--no-open'],
  env: Record<string, string> = {},
): Promise<Serving> {
  const child = start(['serve', '--port', '0', ...args], { env });
  const printed = { stdout: '', stderr: '' };
  child.stderr?.setEncoding('utf8').on('data', (text: string) => void (printed.stderr += text));
  await new Promise<void>((resolve, reject) => {
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      printed.stdout += text;
      if (printed.stdout.includes('\n')) resolve();
    });
    child.once('exit', () => reject(new Error(`it ended: ${printed.stderr}`)));
  });
  const address = /^(http:\/\/127\.0\.0\.1:\d+)\/#s=([\w-]{43})$/m.exec(printed.stdout);
  const [, url = '', secret = ''] = address ?? [];
  const send = (path: string, type: string, more: object, body: string, signal?: AbortSignal): Promise<Response> =>
    fetch(url + path, {
      method: 'POST',
      headers: { 'content-type': type, 'x-why401-secret': secret, ...more },
      body,
      ...(signal && { signal }),
    });
  return {
    child,
    url,
    secret,
    printed,
    post: (path, body, signal) => send(path, 'application/json', {}, JSON.stringify(body), signal),
    upload: (path, name, bytes, signal) =>
      send(path, 'application/octet-stream', { 'x-file-name': encodeURIComponent(name) }, bytes, signal),
    stop: async () => {
      const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
      child.kill('SIGINT');
      return ended;
    },
  };
}
