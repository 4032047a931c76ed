/** What counts of a resolv.conf(5). */
export interface ResolvConf {
  /** Addresses, `192.0.2.1:5353` with another port. */
  readonly servers: readonly string[];
  readonly search: readonly string[];
  readonly ndots: number;
}

export function readResolvConf(text: string): ResolvConf {
  const rows = text.split('\n').map((line) =>
    line
      .replace(/[#;].*/, '')
      .trim()
      .split(/\s+/),
  );
  const valuesOf = (name: string): string[] => rows.flatMap(([word, ...values]) => (word === name ? values : []));
  const ndots = valuesOf('options').findLast((option) => option.startsWith('ndots:'));
  const search = rows.findLast(([word]) => word === 'search' || word === 'domain')?.slice(1) ?? [];
  return {
    servers: valuesOf('nameserver'),
    search: search.map((domain) => domain.replace(/\.$/, '')),
    ndots: Number(ndots?.slice('ndots:'.length) ?? 1),
  };
}

/** The names that are asked for, in order: as the resolver of Kong does it, a name with enough dots first as it is. */
export function namesFor(host: string, { search, ndots }: ResolvConf): readonly string[] {
  if (host.endsWith('.')) return [host.slice(0, -1)];
  const longer = search.map((domain) => `${host}.${domain}`);
  return host.split('.').length - 1 >= ndots ? [host, ...longer] : [...longer, host];
}

/** The addresses of a hosts(5) file for one name. */
export function hostsAddresses(text: string, host: string): readonly string[] {
  return text.split('\n').flatMap((line) => {
    const [address = '', ...names] = line.replace(/#.*/, '').trim().split(/\s+/);
    return names.some((name) => name.toLowerCase() === host.toLowerCase()) ? [address] : [];
  });
}
