import type {Format} from './format.ts'

/** Every format, loaded when it is asked for. To add one: its file, and its line here. */
export const formats = registry({
  json: async () => (await import('./json.ts')).renderJson,
  terminal: async () => (await import('./terminal.ts')).renderTerminal,
})

export type FormatName = keyof typeof formats

export const formatNames = Object.keys(formats) as readonly FormatName[]

/** Hides what else each format is: the types that a library user sees name no format's own libraries. */
function registry<Name extends string>(loaders: Readonly<Record<Name, () => Promise<Format>>>): typeof loaders {
  return loaders
}
