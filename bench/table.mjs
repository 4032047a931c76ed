/** One row of the table: what, the ratio, the goal, and whether it is met. */
export function row(what, ratio, goal, limit, extra = '') {
  const met = limit.atMost !== undefined ? ratio <= limit.atMost : ratio >= limit.atLeast;
  return { what, ratio, goal, met, extra };
}

export function print(rows) {
  const width = Math.max(...rows.map(({ what }) => what.length));
  for (const { what, ratio, goal, met, extra } of rows) {
    console.log(`${met ? 'ok  ' : 'MISS'} ${what.padEnd(width)}  ${ratio.toFixed(2).padStart(8)}  (${goal})  ${extra}`);
  }
  return rows.every(({ met }) => met);
}
