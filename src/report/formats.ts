import type {Format} from './format.ts'

/** Every format, loaded when it is asked for. To add one: its file, and its line here. */
export const formats = {
  json: async () => (await import('./json.ts')).renderJson,
  terminal: async () => (await import('./terminal.ts')).renderTerminal,
} satisfies Record<string, () => Promise<Format>>

export type FormatName = keyof typeof formats

export const formatNames = Object.keys(formats) as readonly FormatName[]
