import { olderMessage, PcreFault } from './fault.ts';
import { readPcre } from './parse.ts';

/** `pcre`: 8.45, which Kong has before 3.7. */
export type PcreRelease = 'pcre' | 'pcre2';

/** Room for the text in OpenResty (`MAX_ERR_MSG_LEN` of lua-resty-core), less its end. */
const LONGEST = 127;

/** What `ngx.re` says of a pattern that PCRE does not take; undefined where it takes it. Byte strings. */
export function pcreFault(pattern: string, release: PcreRelease = 'pcre2'): string | undefined {
  try {
    readPcre(pattern);
    return undefined;
  } catch (fault) {
    if (!(fault instanceof PcreFault)) throw fault;
    const rest = fault.at < pattern.length ? ` at "${pattern.slice(fault.at)}"` : '';
    const [library, message] = release === 'pcre2' ? ['pcre2', fault.message] : ['pcre', olderMessage(fault.message)];
    return `${library}_compile() failed: ${message} in "${pattern}"${rest}`.slice(0, LONGEST);
  }
}
