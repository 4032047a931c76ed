import { capital, type DifferenceKind, extra, lacks, owner, type Seen } from './kind.ts';

const bothSides = (seen: Seen): boolean => seen.a !== '' && seen.b !== '';

export const authority: readonly DifferenceKind[] = [
  {
    id: 'scheme',
    mark: (seen) => `scheme: ${seen.a} / ${seen.b}`,
    sentence: (seen, names) => `${capital(names.a)} says ${seen.a}, ${names.b} says ${seen.b}.`,
  },
  {
    id: 'scheme-missing',
    mark: () => 'scheme only in one',
    sentence: (seen, names) => `${capital(lacks(seen, names))} lacks the scheme "${extra(seen)}".`,
  },
  {
    id: 'scheme-slashes',
    mark: () => 'slashes after the scheme',
    sentence: (seen, names) => `Between scheme and host ${names.a} has "${seen.a}", ${names.b} "${seen.b}".`,
  },
  {
    id: 'userinfo',
    mark: () => 'user info',
    sentence: (seen, names) =>
      bothSides(seen)
        ? 'The user info in front of the host differs.'
        : `${capital(owner(seen, names))} has user info in front of the host, ${lacks(seen, names)} has none.`,
  },
  {
    id: 'host',
    mark: () => 'host',
    sentence: (seen, names) => `The host differs: "${seen.a}" in ${names.a}, "${seen.b}" in ${names.b}.`,
  },
  {
    id: 'www',
    mark: () => 'www.',
    sentence: (seen, names) =>
      `${capital(owner(seen, names))} has www. in front of the host, ${lacks(seen, names)} has not.`,
  },
  {
    id: 'sub-domain',
    mark: () => 'sub-domain',
    sentence: (seen, names) => `${capital(owner(seen, names))} names a sub-domain more: "${extra(seen)}".`,
  },
  {
    id: 'top-level-domain',
    mark: (seen) => `top-level domain: ${seen.a} / ${seen.b}`,
    sentence: (seen, names) =>
      `The top-level domain is "${seen.a}" in ${names.a} and "${seen.b}" in ${names.b}; some providers (PingOne) have one for each region.`,
  },
  {
    id: 'region',
    mark: (seen) => `region: ${seen.a} / ${seen.b}`,
    sentence: (seen, names) => `The provider's region is "${seen.a}" in ${names.a} and "${seen.b}" in ${names.b}.`,
  },
  {
    id: 'root-dot',
    mark: () => 'full stop after the host',
    sentence: (seen, names) =>
      `${capital(owner(seen, names))} ends its host name with a full stop (the root of the DNS), ${lacks(seen, names)} does not.`,
  },
  {
    id: 'loopback-name',
    mark: (seen) => `${seen.a} / ${seen.b}`,
    sentence: (seen, names) => `${capital(names.a)} calls this machine "${seen.a}", ${names.b} "${seen.b}".`,
  },
  {
    id: 'default-port',
    mark: (seen) => `default port ${extra(seen)}`,
    sentence: (seen, names) =>
      `${capital(owner(seen, names))} spells out the default port "${extra(seen)}", ${lacks(seen, names)} leaves it out: the same address, another string.`,
  },
  {
    id: 'port',
    mark: (seen) => (bothSides(seen) ? 'other port' : `port ${extra(seen)}`),
    sentence: (seen, names) =>
      bothSides(seen)
        ? `The port is "${seen.a}" in ${names.a} and "${seen.b}" in ${names.b}.`
        : `${capital(owner(seen, names))} has the port "${extra(seen)}", ${lacks(seen, names)} has none.`,
  },
];
