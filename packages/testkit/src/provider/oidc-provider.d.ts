/** As much of the package as a test needs; it has no types of its own. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  export class Provider {
    constructor(issuer: string, configuration: object);
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>;
    readonly Client: { find(id: string): Promise<object | undefined> };
    readonly ClientCredentials: new (
      properties: object,
    ) => { save(): Promise<string> };
    on(event: string, listener: (...args: readonly unknown[]) => void): this;
  }
  export default Provider;
}
