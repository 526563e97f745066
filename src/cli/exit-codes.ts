/**
 * What `trueup` exits with, a promise to every CI that calls it. A crash is never `findings`, and nothing that was not looked at
 * is ever `clean`.
 */
export const exitCodes = {
  /** Nothing that `--fail-on` names, and everything was looked at (or the gaps are accepted: no `--strict`). */
  clean: 0,
  /** Findings that `--fail-on` names. */
  findings: 1,
  /** The command line, a policy, a state or a snapshot cannot be used as it is. */
  usage: 2,
  /** The run could not finish, or has gaps that `--strict` does not accept, or trueup itself failed. */
  unfinished: 3,
  /** Ctrl-C: 128 + SIGINT, as shells expect. */
  interrupted: 130,
  /** `kill` or a CI that cancels: 128 + SIGTERM. */
  terminated: 143,
} as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]
