/**
 * Letters of other scripts that look like ASCII ones, after UTS #39 (written down for the letters
 * that occur in host names and paths; the full table of Unicode has some 6,000 rows). Each row:
 * what it looks like, then everything that looks like it.
 */
const ROWS: readonly (readonly [like: string, letters: string])[] = [
  ['a', 'аɑαａ'],
  ['b', 'ьЬƄᏏｂ'],
  ['c', 'сϲᴄⅽｃ'],
  ['d', 'ԁⅾᏧɗｄ'],
  ['e', 'еҽ℮ｅ'],
  ['f', 'ſẝꞙｆ'],
  ['g', 'ɡցᶃｇ'],
  ['h', 'һհᏂｈ'],
  ['i', 'іıɩιӏⅰｉ'],
  ['j', 'јϳｊ'],
  ['k', 'кκᴋｋ'],
  ['l', 'ⅼǀוןᛁｌ∣'],
  ['m', 'мᴍⅿｍ'],
  ['n', 'ոռｎ'],
  ['o', 'оοօσᴏｏഠ०੦௦๐໐'],
  ['p', 'рρϱｐ'],
  ['q', 'ԛգզｑ'],
  ['r', 'гᴦɼｒ'],
  ['s', 'ѕƽꜱｓ'],
  ['t', 'тτｔ'],
  ['u', 'υսᴜｕ'],
  ['v', 'νѵᴠⅴｖ'],
  ['w', 'ԝѡᴡｗ'],
  ['x', 'хχⅹ×ｘ'],
  ['y', 'уүγʏｙ'],
  ['z', 'ᴢｚ'],
  ['A', 'АΑᎪＡ'],
  ['B', 'ВΒᏴＢ'],
  ['C', 'СϹᏟⅭＣ'],
  ['D', 'ᎠⅮＤ'],
  ['E', 'ЕΕᎬＥ'],
  ['F', 'ϜＦ'],
  ['G', 'ԌᏀＧ'],
  ['H', 'НΗᎻＨ'],
  ['I', 'ІΙӀⅠＩ'],
  ['J', 'ЈᎫＪ'],
  ['K', 'КΚᏦKＫ'],
  ['L', 'ᏞⅬＬ'],
  ['M', 'МΜᎷⅯＭ'],
  ['N', 'ΝＮ'],
  ['O', 'ОΟՕＯ'],
  ['P', 'РΡᏢＰ'],
  ['Q', 'ԚＱ'],
  ['R', 'ᎡＲ'],
  ['S', 'ЅՏᏚＳ'],
  ['T', 'ТΤᎢＴ'],
  ['U', 'ՍＵ'],
  ['V', 'ѴᏙⅤＶ'],
  ['W', 'ԜᎳＷ'],
  ['X', 'ХΧⅩＸ'],
  ['Y', 'ҮΥＹ'],
  ['Z', 'ΖᏃＺ'],
  ['0', '０'],
  ['1', '１'],
  ['2', '２'],
  ['3', 'З３Ʒ'],
  ['4', 'Ꮞ４'],
  ['5', '５'],
  ['6', 'б６'],
  ['7', '７'],
  ['8', '８'],
  ['9', '９'],
  ['-', '‐‑‒–—−﹣－'],
  ['_', '＿﹍﹎﹏'],
  ['.', '․。｡．'],
  [':', '：։꞉∶ː'],
  ['/', '／⁄∕⧸'],
  ['\\', '＼∖﹨'],
  ['?', '？'],
  ['#', '＃'],
  ['@', '＠﹫'],
  ['%', '％'],
  ['~', '～˜∼'],
];

/** Letter → the ASCII character that it looks like. */
export const looksLike: ReadonlyMap<string, string> = new Map(
  ROWS.flatMap(([like, letters]) => [...letters].map((letter) => [letter, like] as const)),
);

/** ASCII characters that many fonts draw alike. */
const ASCII_GROUPS = ['l1I|', '0Oo'];

const asciiGroup = new Map(ASCII_GROUPS.flatMap((group) => [...group].map((letter) => [letter, group] as const)));

/** Two letters beside each other that look like one. */
export const PAIRS: ReadonlyMap<string, string> = new Map([
  ['rn', 'm'],
  ['vv', 'w'],
  ['VV', 'W'],
  ['cl', 'd'],
]);

/** What a text looks like: one string for all texts that can be mistaken for each other. */
export function skeleton(text: string): string {
  let out = '';
  for (const letter of text) {
    const ascii = looksLike.get(letter) ?? letter;
    out += asciiGroup.get(ascii)?.[0] ?? ascii;
  }
  return out;
}
