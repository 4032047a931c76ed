/** Periods that limits are counted in, from the shortest on. */
export const PERIODS = ['second', 'minute', 'hour', 'day', 'month', 'year'];

/** A longer period allows no less than a shorter one. The two plugins write `The` and `the`. */
export const limitsInOrder =
  (article: 'The' | 'the') =>
  (config: Readonly<Record<string, unknown>>): string | undefined => {
    const set = PERIODS.filter((period) => typeof config[period] === 'number');
    for (const [i, lower] of set.entries()) {
      for (const upper of set.slice(i + 1)) {
        const [least, most] = [Number(config[lower]), Number(config[upper])];
        if (most < least)
          return `${article} limit for ${upper}(${most.toFixed(1)}) cannot be lower than the limit for ${lower}(${least.toFixed(1)})`;
      }
    }
    return undefined;
  };
