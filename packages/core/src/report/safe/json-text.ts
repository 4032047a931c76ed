const BEYOND_ASCII = /[^\x20-\x7e]/u;
const DECEIVING =
  /[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\p{Default_Ignorable_Code_Point}\u2800]|(?! )\p{Zs}/gu;

/** JSON text with the characters that deceive a reader as `\u` escapes: the same value. */
export function escapeJson(json: string): string {
  if (!BEYOND_ASCII.test(json)) return json;
  return json.replace(DECEIVING, (letter) =>
    Array.from({ length: letter.length }, (_, at) => `\\u${letter.charCodeAt(at).toString(16).padStart(4, '0')}`).join(
      '',
    ),
  );
}
