import { type Given, givenOf, type NeighbourHop } from '@why401/hops/ask';
import { type Body, WrongBody } from './body.ts';

const HOPS: readonly NeighbourHop[] = ['lb1', 'lb2'];

/**
 * The files that came behind the question, as its `files: [{name, bytes, hop?}]` says where each ends; those that are
 * named by a hop come last, as on the command line.
 * @throws WrongBody where they are not as long as it says
 */
export function givenIn(body: Body, bytes: Uint8Array): readonly Given[] {
  let at = 0;
  const given = body.list('files').map((file) => {
    const length = file.number('bytes');
    if (length === undefined || !Number.isSafeInteger(length) || length < 0) throw new WrongBody();
    const part = bytes.subarray(at, at + length);
    at += length;
    return givenOf(file.text('name'), part, file.choice('hop', HOPS));
  });
  if (at !== bytes.length) throw new WrongBody();
  return [undefined, ...HOPS].flatMap((hop) => given.filter((one) => one.hop === hop));
}
