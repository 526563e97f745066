import type {History} from '../../model/history.ts'
import type {FormatOptions} from '../format.ts'

/** Like `Format`, of a history. */
export type HistoryFormat = (history: History, options: FormatOptions) => string | Iterable<string>

/** Every format of a history, loaded when it is asked for. */
export const historyFormats = {
  html: async () => (await import('./html.ts')).renderHistoryHtml,
  json: async () => (await import('./json.ts')).renderHistoryJson,
  markdown: async () => (await import('./markdown.ts')).renderHistoryMarkdown,
  terminal: async () => (await import('./terminal.ts')).renderHistory,
} satisfies Readonly<Record<string, () => Promise<HistoryFormat>>>

export type HistoryFormatName = keyof typeof historyFormats

export const historyFormatNames = Object.keys(historyFormats) as readonly HistoryFormatName[]
