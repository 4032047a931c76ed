const UNITS: readonly (readonly [name: string, size: number])[] = [
  ['GiB', 1024 ** 3],
  ['MiB', 1024 ** 2],
  ['KiB', 1024],
];

/** `1.5 MiB`, `320 bytes` */
export function bytesWords(bytes: number): string {
  const [name, size] = UNITS.find((unit) => bytes >= unit[1]) ?? ['bytes', 1];
  const amount = bytes / size;
  return `${Number.isInteger(amount) || amount >= 100 ? Math.round(amount) : amount.toFixed(1)} ${name}`;
}

/** `1 route`, `2 routes` */
export const countWords = (count: number, name: string): string => `${count} ${name}${count === 1 ? '' : 's'}`;
