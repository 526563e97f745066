import {open} from 'node:fs/promises'

import {billError} from './bill-error.ts'

export interface CsvHeader {
  readonly names: readonly string[]
  readonly delimiter: string
}

/** More than the longest header of a report with hundreds of tag keys. */
const longestHeader = 4 * 1024 * 1024

/** Names in the first line of a CSV, quoted or not, a byte order mark aside. */
export async function readCsvHeader(file: string, shown: string): Promise<CsvHeader> {
  const line = await firstLine(file)
  if (line.trim() === '') throw billError('bill-empty', `${shown} is empty`)
  const delimiter = delimiterOf(line)
  return {names: fields(line, delimiter), delimiter}
}

async function firstLine(file: string): Promise<string> {
  await using handle = await open(file)
  const decoder = new TextDecoder()
  let text = ''
  const buffer = new Uint8Array(64 * 1024)
  while (text.length < longestHeader) {
    const {bytesRead} = await handle.read(buffer)
    text += decoder.decode(buffer.subarray(0, bytesRead), {stream: true})
    const end = lineEnd(text)
    if (end !== undefined) return text.slice(0, end)
    if (bytesRead === 0) break
  }
  return text
}

/** Where the first line ends that is not within quotes. */
function lineEnd(text: string): number | undefined {
  let quoted = false
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '"') quoted = !quoted
    else if (!quoted && (text[at] === '\n' || text[at] === '\r')) return at
  }
  return undefined
}

/** A comma; spreadsheets of some countries write semicolons, others tabs. */
function delimiterOf(line: string): string {
  if (line.includes(',')) return ','
  return [';', '\t', '|'].find((delimiter) => line.includes(delimiter)) ?? ','
}

function fields(line: string, delimiter: string): readonly string[] {
  const found: string[] = []
  let field = ''
  let quoted = false
  for (const character of line) {
    if (character === '"') quoted = !quoted
    else if (character === delimiter && !quoted) {
      found.push(field)
      field = ''
    } else field += character
  }
  return [...found, field].map((name) => name.trim())
}
