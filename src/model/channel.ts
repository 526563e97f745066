/** Ways to tell somebody of a change. */
export const channels = ['slack', 'webhook'] as const
export type Channel = (typeof channels)[number]
