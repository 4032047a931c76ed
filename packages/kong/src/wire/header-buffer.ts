/** nginx's `client_header_buffer_size` and `large_client_header_buffers` as Kong leaves them. */
const FIRST = 1024;
const LARGE = 8192;
const LARGE_BUFFERS = 4;

/** Longest line, in bytes with its CRLF, that any buffer takes. */
export const longestLine = LARGE;

/**
 * Where nginx lays the request line and the header lines, in wire order. A line that does not fit in
 * the rest of the current buffer moves whole into a new one (`ngx_http_alloc_large_header_buffer`).
 */
export interface HeaderBuffer {
  /** `length` in bytes with CRLF; false where nginx gives up. */
  take(length: number): boolean;
}

export function createHeaderBuffer(): HeaderBuffer {
  let room = FIRST;
  let spare = LARGE_BUFFERS;
  return {
    take(length) {
      if (length <= room) {
        room -= length;
        return true;
      }
      if (length > LARGE || spare === 0) return false;
      spare--;
      room = LARGE - length;
      return true;
    },
  };
}
