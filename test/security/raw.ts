import { connect } from 'node:net';

export interface RawAnswer {
  readonly status: number;
  /** Lower-case names; a header that stands twice has both values. */
  readonly headers: ReadonlyMap<string, readonly string[]>;
  readonly body: string;
}

/** Sends these very bytes and reads until the other side ends the connection. Undefined: no answer at all. */
export function sendRaw(port: number, text: string | Uint8Array, waitMs = 5_000): Promise<RawAnswer | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    const chunks: Buffer[] = [];
    const end = (): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(parseAnswer(Buffer.concat(chunks).toString('latin1')));
    };
    const timer = setTimeout(end, waitMs);
    socket
      .on('data', (chunk) => chunks.push(chunk))
      .on('close', end)
      .on('error', () => {});
    socket.write(text);
  });
}

function parseAnswer(text: string): RawAnswer | undefined {
  const [head = '', ...rest] = text.split('\r\n\r\n');
  const [first = '', ...lines] = head.split('\r\n');
  const status = /^HTTP\/1\.1 (\d{3})/.exec(first)?.[1];
  if (status === undefined) return undefined;
  const headers = new Map<string, string[]>();
  for (const line of lines) {
    const at = line.indexOf(':');
    const name = line.slice(0, at).toLowerCase();
    headers.set(name, [...(headers.get(name) ?? []), line.slice(at + 1).trim()]);
  }
  return { status: Number(status), headers, body: rest.join('\r\n\r\n') };
}

/** Several requests on one connection, which the other side keeps open; answers by `content-length`. */
export async function pipelined(port: number, requests: readonly string[]): Promise<readonly number[]> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    const statuses: number[] = [];
    let text = '';
    const take = (): void => {
      for (;;) {
        const end = text.indexOf('\r\n\r\n');
        if (end < 0) break;
        const head = text.slice(0, end);
        const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
        if (text.length < end + 4 + length) break;
        statuses.push(Number(head.slice(9, 12)));
        text = text.slice(end + 4 + length);
        if (statuses.length === requests.length) socket.destroy();
        else send();
      }
    };
    const send = (): void => void socket.write(requests[statuses.length] ?? '');
    socket.setEncoding('latin1').on('data', (chunk: string) => {
      text += chunk;
      take();
    });
    socket.on('close', () => resolve(statuses)).on('error', () => {});
    send();
  });
}
