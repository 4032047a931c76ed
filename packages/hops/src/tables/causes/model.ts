/** Who wrote the answer, broke the connection or gave up. */
export type Hop = 'client' | 'lb1' | 'kong' | 'lb2' | 'server';

/** Where an exchange of bytes failed. */
export type Link = 'client-lb1' | 'client-kong' | 'lb1-kong' | 'kong-lb2' | 'kong-server' | 'lb2-server';

/**
 * Which link a cause breaks, before it is known which load balancers there are.
 * `front`: the one the client uses; `before-kong`: into Kong; `behind-kong`: out of Kong; `to-server`: the server's
 * closing or silence, which a load balancer only relays; `behind-lb2`.
 */
export type LinkKind = 'none' | 'front' | 'before-kong' | 'behind-kong' | 'to-server' | 'behind-lb2';

export interface CauseRow {
  readonly hop: Hop;
  readonly link: LinkKind;
  /** What is the matter, for people. */
  readonly title: string;
  readonly whoCures: string;
  /** A command or a look that shows it. */
  readonly check: string;
  /** What to change; with the field of Kong where it is Kong's. */
  readonly cure: string;
  /** Causes that leave the same traces unless another hop's log or the configuration tells. */
  readonly mayLookLike?: readonly string[];
}
