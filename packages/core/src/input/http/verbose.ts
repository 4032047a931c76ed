import type { PastedRequest, PastedResponse } from '../model.ts';
import { readRawRequest } from './request.ts';
import { readRawResponses } from './response.ts';

/** What `curl -v` prints: `* ` talk, `> ` sent, `< ` received, and the body without a mark. */
export interface Verbose {
  readonly requests: readonly PastedRequest[];
  readonly responses: readonly PastedResponse[];
}

interface Exchange {
  sent: string[];
  received: string[];
  body: string[];
}

export function readVerbose(text: string): Verbose | undefined {
  if (!/^> [A-Z-]+ \S+ HTTP\/|^< HTTP\/[0-9]/m.test(text)) return undefined;
  const exchanges: Exchange[] = [];
  let port: number | undefined;
  let secure = false;
  for (const raw of text.split('\n')) {
    const line = raw.replace(/\r$/, '');
    const mark = line.slice(0, 2);
    const rest = line.slice(2);
    const last = exchanges[exchanges.length - 1];
    if (mark === '> ' || line === '>') {
      if (last === undefined || last.received.length > 0) exchanges.push({ sent: [rest], received: [], body: [] });
      else last.sent.push(rest);
    } else if (mark === '< ' || line === '<') {
      if (last === undefined) exchanges.push({ sent: [], received: [rest], body: [] });
      else last.received.push(rest);
    } else if (mark === '* ') {
      port = connectedPort(rest) ?? port;
      secure ||= /^(?:SSL|TLS)\b.*connection using|^ALPN/.test(rest);
    } else if (last !== undefined && last.received.length > 0 && !/^[{}] \[|^ *% Total|^ +[0-9]+ +[0-9]/.test(line)) {
      last.body.push(line);
    }
  }
  return assemble(exchanges, secure, port);
}

function assemble(exchanges: readonly Exchange[], secure: boolean, port: number | undefined): Verbose {
  const requests: PastedRequest[] = [];
  const responses: PastedResponse[] = [];
  for (const { sent, received, body } of exchanges) {
    const request = readRawRequest(`${sent.join('\n')}\n`, 'curl-verbose')?.request;
    if (request !== undefined) {
      const known = request.port ?? port;
      requests.push({ ...request, scheme: secure ? 'https' : 'http', port: known });
    }
    const head = received.join('\n').trimEnd();
    const answers = readRawResponses(`${head}\n\n${trimBody(body)}`, request === undefined ? -1 : requests.length - 1);
    responses.push(...(answers ?? []));
  }
  return { requests, responses };
}

/** `Connected to localhost (127.0.0.1) port 8000 (#0)` */
function connectedPort(talk: string): number | undefined {
  const port = /^Connected to .* port ([0-9]{1,5})/.exec(talk)?.[1];
  return port === undefined ? undefined : Number(port);
}

/** What curl prints after the body, and the line end that the terminal added. */
function trimBody(lines: readonly string[]): string {
  return lines.join('\n').replace(/\n$/, '');
}
