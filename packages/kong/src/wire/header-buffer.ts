import { USUAL_SETTINGS, type WireSettings } from './settings.ts';

/**
 * Where nginx lays the request line and the header lines, in wire order. A line that does not fit in
 * the rest of the current buffer moves whole into a new one (`ngx_http_alloc_large_header_buffer`).
 */
export interface HeaderBuffer {
  /** `length` in bytes with CRLF; false where nginx gives up. */
  take(length: number): boolean;
}

export function createHeaderBuffer({
  firstBuffer,
  largeBuffer,
  largeBuffers,
}: Pick<WireSettings, 'firstBuffer' | 'largeBuffer' | 'largeBuffers'> = USUAL_SETTINGS): HeaderBuffer {
  let room = firstBuffer;
  let spare = largeBuffers;
  return {
    take(length) {
      if (length <= room) {
        room -= length;
        return true;
      }
      if (length > largeBuffer || spare === 0) return false;
      spare--;
      room = largeBuffer - length;
      return true;
    },
  };
}
