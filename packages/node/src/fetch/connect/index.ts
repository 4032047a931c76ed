/** The way to a server: name, address, proxy, TLS. */
export { tunnel } from './proxy.ts';
export { resolveHost, systemLookup } from './resolve.ts';
export { connectTcp } from './tcp.ts';
export { authorizationCode, chainOf, secure } from './tls.ts';
