import { createSocket } from 'node:dgram';

export type Records = Readonly<Record<string, readonly string[] | 'NXDOMAIN' | 'SERVFAIL' | 'REFUSED'>>;

const TYPES = { A: 1, CNAME: 5, AAAA: 28, SRV: 33 } as const;
const CODES = { NXDOMAIN: 3, SERVFAIL: 2, REFUSED: 5 } as const;

/** A name server on loopback (RFC 1035): `{'A orders.test': ['127.0.0.1']}`; what it does not know is not there. */
export async function startNameServer(records: Records) {
  const socket = createSocket('udp4');
  const asked: string[] = [];
  socket.on('message', (query, { port, address }) => {
    const { name, type, end } = questionOf(query);
    const key = `${Object.entries(TYPES).find(([, number]) => number === type)?.[0]} ${name}`;
    asked.push(key);
    const found = records[key] ?? 'NXDOMAIN';
    const rows = typeof found === 'string' ? [] : found.map((text) => record(type, text));
    const head = Buffer.alloc(12);
    query.copy(head, 0, 0, 2);
    head.writeUInt16BE(0x8180 | (typeof found === 'string' ? CODES[found as keyof typeof CODES] : 0), 2);
    head.writeUInt16BE(1, 4);
    head.writeUInt16BE(rows.length, 6);
    socket.send(Buffer.concat([head, query.subarray(12, end), ...rows]), port, address);
  });
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  return {
    address: `127.0.0.1:${socket.address().port}`,
    asked,
    close: () => new Promise<void>((resolve) => socket.close(resolve)),
  };
}

function questionOf(query: Buffer): { readonly name: string; readonly type: number; readonly end: number } {
  const labels: string[] = [];
  let at = 12;
  for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length));
    at += 1 + length;
  }
  return { name: labels.join('.'), type: query.readUInt16BE(at + 1), end: at + 5 };
}

const nameOctets = (name: string): Buffer =>
  Buffer.concat([...name.split('.').map((label) => Buffer.from([label.length, ...Buffer.from(label)])), Buffer.of(0)]);

function record(type: number, text: string): Buffer {
  const data = dataOf(type, text);
  const head = Buffer.alloc(12);
  head.writeUInt16BE(0xc00c, 0);
  head.writeUInt16BE(type, 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt32BE(30, 6);
  head.writeUInt16BE(data.length, 10);
  return Buffer.concat([head, data]);
}

function dataOf(type: number, text: string): Buffer {
  if (type === TYPES.A) return Buffer.from(text.split('.').map(Number));
  if (type === TYPES.CNAME) return nameOctets(text);
  const [priority = 0, weight = 0, port = 0, name = ''] = text
    .split(' ')
    .map((part, at) => (at < 3 ? Number(part) : part));
  const numbers = Buffer.alloc(6);
  for (const [at, number] of [priority, weight, port].entries()) numbers.writeUInt16BE(Number(number), at * 2);
  return Buffer.concat([numbers, nameOctets(String(name))]);
}
