/** What the process ends with (`--help` names them too). EPIPE on standard output ends with `fine`. */
export const exitCodes = {
  fine: 0,
  /** The token or request is rejected, things differ, or findings reach `--fail-on`. */
  rejected: 1,
  /** Could not decide, could not read, or wrong usage. */
  undecided: 2,
  interrupted: 130,
  terminated: 143,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
