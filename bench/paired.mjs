// Ratios of two pieces of work, taken in interleaved rounds of one run: a machine that is busy is busy for both.

const median = (numbers) => {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[sorted.length >> 1];
};

/**
 * Runs `peer` and `ours` in turn and compares round by round.
 * @param {{peer: () => void, ours: () => void, rounds?: number, perRound?: number}} work one call = one unit
 * @returns {{ratio: number, peerRate: number, oursRate: number}} ratio = time of ours / time of peer (median of the rounds); rates in calls a second
 */
export function paired({ peer, ours, rounds = 31, perRound = 200 }) {
  const time = (work) => {
    const start = process.hrtime.bigint();
    for (let i = 0; i < perRound; i += 1) work();
    return Number(process.hrtime.bigint() - start);
  };
  for (let i = 0; i < 5; i += 1) {
    time(peer);
    time(ours);
  }
  const ratios = [];
  const peers = [];
  const own = [];
  for (let i = 0; i < rounds; i += 1) {
    const first = i % 2 === 0;
    const a = first ? time(peer) : undefined;
    const b = time(ours);
    const c = a ?? time(peer);
    ratios.push(b / c);
    peers.push(c);
    own.push(b);
  }
  const rate = (ns) => (perRound * 1e9) / median(ns);
  return { ratio: median(ratios), peerRate: rate(peers), oursRate: rate(own) };
}

/** The same for asynchronous work. */
export async function pairedAsync({ peer, ours, rounds = 15, perRound = 50 }) {
  const time = async (work) => {
    const start = process.hrtime.bigint();
    for (let i = 0; i < perRound; i += 1) await work();
    return Number(process.hrtime.bigint() - start);
  };
  await time(peer);
  await time(ours);
  const ratios = [];
  const own = [];
  for (let i = 0; i < rounds; i += 1) {
    const c = await time(peer);
    const b = await time(ours);
    ratios.push(b / c);
    own.push(b);
  }
  return { ratio: median(ratios), oursRate: (perRound * 1e9) / median(own) };
}
