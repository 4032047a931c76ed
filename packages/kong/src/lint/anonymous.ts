import type { Consumer, Gateway } from '../config/index.ts';

/** The consumer that `anonymous` means: by id, else by username (`kong.cache`, `load_consumer_by_username`). */
export const consumerNamed = ({ consumers }: Gateway, anonymous: string): Consumer | undefined =>
  consumers.find(({ id }) => id === anonymous) ?? consumers.find(({ username }) => username === anonymous);
