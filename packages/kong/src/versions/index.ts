/** The gateways whose behaviour is known. `HEAD` is the open-source master after 3.9. */
export type KongVersion = '2.8' | '3.4' | '3.9' | 'HEAD' | '3.10' | '3.11' | '3.12' | '3.13' | '3.14' | '3.15';

export type RouterFlavor = 'traditional' | 'traditional_compatible' | 'expressions';
