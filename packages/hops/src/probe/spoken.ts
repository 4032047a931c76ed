import type { Exchange, UpstreamFacts, UpstreamTarget } from '@why401/core';

export const speaksTls = ({ protocol }: Pick<UpstreamTarget, 'protocol'>): boolean =>
  /^(?:https|grpcs|wss|tls)$/.test(protocol);

export const isGrpc = ({ protocol }: UpstreamTarget): boolean => /^grpcs?$/.test(protocol);

/** What the first octets of an answer to plain HTTP are. */
export type Words = 'http' | 'tls' | 'http2' | 'ssh' | 'other' | 'nothing';

export function wordsOf({ start }: Pick<Exchange, 'start'>): Words {
  if (start === '') return 'nothing';
  if (start.startsWith('HTTP/')) return 'http';
  if (/^[\x15\x16]\x03/.test(start)) return 'tls';
  if (start.startsWith('\0\0') && start[3] === '\x04') return 'http2';
  return start.startsWith('SSH-') ? 'ssh' : 'other';
}

/** A page by which a web server says that it wants TLS on this port. */
export const wantsTls = ({ answer, start }: Exchange): boolean =>
  answer?.status === 400 &&
  /plain HTTP request was sent to HTTPS port|HTTP request to an HTTPS server|You're speaking plain HTTP to an SSL-enabled/i.test(
    start,
  );

export const ownHandshake = ({ handshakes }: UpstreamFacts) => handshakes.find(({ kind }) => kind === 'own-name');

/** `200 OK`; the beginning of what is no HTTP, made readable. */
export function shown({ answer, start }: Exchange): string {
  if (answer !== undefined) return answer.statusLine;
  const beginning = start.slice(0, 24);
  return [...beginning]
    .map((char) => (char < ' ' || char > '~' ? `\\x${char.charCodeAt(0).toString(16).padStart(2, '0')}` : char))
    .join('');
}
