/** `example.com:80` at its first colon, where what follows is a number. */
export function splitAtPort(entry: string): { readonly host: string; readonly port: string | undefined } {
  const colon = entry.indexOf(':');
  const digits = entry.slice(colon + 1);
  if (colon < 0 || !/^\d+$/.test(digits)) return { host: entry, port: undefined };
  return { host: entry.slice(0, colon), port: String(Number(digits)) };
}
