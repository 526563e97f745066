import type {Format} from './format.ts'

/** Every format, loaded when it is asked for. To add one: its file, and its line here. */
export const formats = registry({
  csv: async () => (await import('./csv.ts')).renderCsv,
  github: async () => (await import('./github.ts')).renderGithub,
  gitlab: async () => (await import('./gitlab.ts')).renderGitlab,
  html: async () => (await import('./html.ts')).renderHtml,
  json: async () => (await import('./json.ts')).renderJson,
  junit: async () => (await import('./junit.ts')).renderJunit,
  markdown: async () => (await import('./markdown.ts')).renderMarkdown,
  ndjson: async () => (await import('./ndjson.ts')).renderNdjson,
  sarif: async () => (await import('./sarif.ts')).renderSarif,
  terminal: async () => (await import('./terminal.ts')).renderTerminal,
})

export type FormatName = keyof typeof formats

export const formatNames = Object.keys(formats) as readonly FormatName[]

/** Hides what else each format is: the types that a library user sees name no format's own libraries. */
function registry<Name extends string>(loaders: Readonly<Record<Name, () => Promise<Format>>>): typeof loaders {
  return loaders
}
