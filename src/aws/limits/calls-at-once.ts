/** Calls on their way at a time in a run, all accounts and regions together. */
export const callsAtOnce = 128
