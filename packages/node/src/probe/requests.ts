import type { UpstreamTarget } from '@why401/core';

/** Written by hand, as a client library would refuse to send what Kong sends, or to read what comes back. */
const head = (lines: readonly string[]): string => `${lines.join('\r\n')}\r\n\r\n`;

/** A value may not end its line: it comes from a configuration. */
const value = (text: string): string => text.replace(/[\r\n\0]/g, '');

export const plainRequest = ({ method, path, hostHeader }: UpstreamTarget, more: readonly string[] = []): string =>
  head([
    `${method} ${value(path).replaceAll(' ', '%20')} HTTP/1.1`,
    `Host: ${value(hostHeader)}`,
    'Connection: keep-alive',
    'User-Agent: why401-probe',
    'Accept: */*',
    ...more.map(value),
  ]);

/** RFC 6455 §4.1; the key is any, as nobody speaks on the connection. */
export const websocketRequest = ({ path, hostHeader }: UpstreamTarget): string =>
  head([
    `GET ${value(path).replaceAll(' ', '%20')} HTTP/1.1`,
    `Host: ${value(hostHeader)}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: d2h5NDAxLXByb2JlLTAxIQ==',
  ]);

/** RFC 9113 §3.4: the preface and an empty SETTINGS frame. */
export const HTTP2_OPENING: string = 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\x04\0\0\0\0\0';
