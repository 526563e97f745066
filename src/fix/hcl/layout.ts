/** How a file is laid out around an offset, so that what is added looks like what is there. */
export class Layout {
  readonly text: string
  /** As the first line of the file ends. */
  readonly newline: string
  /** One step of indentation: a tab, where the first line that is indented begins with one. */
  readonly unit: string

  constructor(text: string) {
    this.text = text
    const first = text.indexOf('\n')
    this.unit = /^[ \t]+(?=\S)/m.exec(text)?.[0].startsWith('\t') ? '\t' : '  '
    this.newline = first > 0 && text[first - 1] === '\r' ? '\r\n' : '\n'
  }

  lineStart(offset: number): number {
    return this.text.lastIndexOf('\n', offset - 1) + 1
  }

  /** Before what ends the line, or the end of the text. */
  lineEnd(offset: number): number {
    const end = this.text.indexOf('\n', offset)
    if (end === -1) return this.text.length
    return this.text[end - 1] === '\r' && end > offset ? end - 1 : end
  }

  /** The spaces and tabs with which a line begins. */
  indentAt(offset: number): string {
    return /^[ \t]*/.exec(this.text.slice(this.lineStart(offset), offset))?.[0] ?? ''
  }

  isOneLine(start: number, end: number): boolean {
    return !this.text.slice(start, end).includes('\n')
  }

  /** Whether nothing but space stands before an offset on its line. */
  beginsLine(offset: number): boolean {
    return this.text.slice(this.lineStart(offset), offset).trim() === ''
  }
}
