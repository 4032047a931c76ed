export declare const CHROMIUM_FLAGS: readonly string[];
export declare function findChromium(env?: NodeJS.ProcessEnv): string | undefined;
/** What decides whether a package may be installed. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  /** 0 is root. */
  readonly user: number | undefined;
  /** Text of `/etc/os-release`. */
  readonly release: string;
}
export declare function ensureChromium(env?: NodeJS.ProcessEnv, machine?: Machine): string | undefined;
