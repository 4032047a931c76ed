/** Whether two texts have so much in common at their ends that one is a slip of the other. */
export function similar(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length);
  if (shorter === 0) return false;
  let head = 0;
  while (head < shorter && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < shorter - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  return head + tail >= Math.max(a.length, b.length) / 2;
}
