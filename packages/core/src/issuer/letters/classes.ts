export type LetterClass = 'newline' | 'space' | 'invisible' | 'quote' | 'bracket' | 'stop' | 'slash' | 'other';

const NEWLINE = /^[\n\r\u0085\u2028\u2029]+$/;
const SPACE = /^[\t\v\f \p{Zs}]+$/u;
const INVISIBLE = /^[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]+$/u;
const QUOTE = /^["'`´‘’‚“”„«»‹›]+$/u;

/** What kind of thing a piece of text is, for naming what stands in one string only. */
export function classOf(text: string): LetterClass {
  if (NEWLINE.test(text)) return 'newline';
  if (SPACE.test(text)) return 'space';
  if (INVISIBLE.test(text)) return 'invisible';
  if (QUOTE.test(text)) return 'quote';
  if (/^[<>()[\]{}]+$/.test(text)) return 'bracket';
  if (/^[,;.]+$/.test(text)) return 'stop';
  if (/^\/+$/.test(text)) return 'slash';
  return 'other';
}
