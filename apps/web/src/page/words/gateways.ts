/** What may be asked about. From 3.10 on the answer rests on documents. */
export const KONG_VERSIONS: readonly string[] = [
  ...['3.9', '3.8', '3.7', '3.6', '3.5', '3.4', '3.3', '3.2', '3.1', '3.0', '2.8'],
  ...['3.10', '3.11', '3.12', '3.13', '3.14', '3.15'],
];

export const ROUTER_FLAVORS: readonly string[] = ['traditional_compatible', 'traditional', 'expressions'];
