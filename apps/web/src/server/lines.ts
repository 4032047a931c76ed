import type { ServerResponse } from 'node:http';
import { SAFE_HEADERS } from './headers.ts';

/** An answer that comes line by line, each a JSON document (`application/x-ndjson`). */
export interface Lines {
  write(line: object): void;
  end(line: object): void;
}

export function startLines(response: ServerResponse): Lines {
  response.writeHead(200, { ...SAFE_HEADERS, 'content-type': 'application/x-ndjson; charset=utf-8' });
  response.flushHeaders();
  const write = (line: object): void => {
    if (!response.destroyed) response.write(`${JSON.stringify(line)}\n`);
  };
  return {
    write,
    end: (line) => {
      write(line);
      response.end();
    },
  };
}
