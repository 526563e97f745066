/** Groups and fleets that were taken out of their cluster stay in its lists. */
export function isThere(status: {readonly State?: string | undefined} = {}): boolean {
  return !['ENDED', 'SHUTTING_DOWN', 'TERMINATED', 'TERMINATING'].includes(status.State ?? '')
}
