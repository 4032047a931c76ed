import type { ErrorLine } from '../record/index.ts';
import { type LineGroup, signatureOf } from '../tables/lines/index.ts';
import type { Lines, SignedLine } from './model.ts';

/** Lines that tell that an exchange with the upstream failed; not those that only warn. */
const HARMLESS: ReadonlySet<string> = new Set(['U-MORE', 'U-DUPHDR-IGNORED', 'T-CLIENTCERT']);
const UPSTREAM: ReadonlySet<LineGroup> = new Set<LineGroup>(['upstream', 'upstream-tls', 'grpc']);

/** What goes before what, where lines of several kinds stand together (reference §10.4). */
const ORDER: readonly ((line: SignedLine) => boolean)[] = [
  ({ signature }) => signature.code === 'B-RETRY',
  ({ signature }) => UPSTREAM.has(signature.group) && !HARMLESS.has(signature.code),
  ({ signature }) => signature.group === 'dns' && signature.code !== 'D-UPS' && signature.code !== 'D-COSOCK',
  ({ signature }) => signature.code === 'U-MORE',
  ({ signature }) => signature.group === 'client',
  ({ signature }) => signature.group === 'lua',
  ({ signature }) => signature.group === 'balancer' || signature.code === 'D-UPS',
];

export function readLines(lines: readonly ErrorLine[] | null): Lines {
  const all = (lines ?? []).flatMap((line) => {
    const found = signatureOf(line.message) ?? signatureOf(line.raw);
    return found === undefined ? [] : [{ line, ...found }];
  });
  const failures = all.filter(({ signature }) => UPSTREAM.has(signature.group) && !HARMLESS.has(signature.code));
  const decisive = ORDER.map((wanted) => all.findLast(wanted)).find((line) => line !== undefined);
  return { given: lines !== null, all, decisive: decisive ?? null, failures };
}

export const hasLine = ({ all }: Lines, code: string): boolean => all.some(({ signature }) => signature.code === code);

export const lineOf = ({ all }: Lines, ...codes: readonly string[]): SignedLine | undefined =>
  all.findLast(({ signature }) => codes.includes(signature.code));
