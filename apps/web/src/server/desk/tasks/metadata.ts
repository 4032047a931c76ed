import { readMetadata } from '@why401/core/metadata';
import type { Bench } from '../bench.ts';

/** The uploaded discovery documents, and whose they say they are. */
export function metadata({ metadataFiles }: Bench): { readonly answer: object; readonly readable: boolean } {
  const read = metadataFiles.map(({ name, bytes }) => ({ name, bytes: bytes.length, reading: readMetadata(bytes) }));
  return {
    answer: {
      files: read.map(({ name, bytes, reading: { object } }) => ({
        name,
        bytes,
        issuer: typeof object?.['issuer'] === 'string' ? object['issuer'] : null,
      })),
    },
    // Judged as it is: that it is broken may be what somebody wants to see.
    readable: true,
  };
}
