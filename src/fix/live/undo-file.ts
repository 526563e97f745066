import {open, readFile, type FileHandle} from 'node:fs/promises'

import {TrueupError, userError} from '../../errors.ts'

/** The former tags of one object, and those that were about to be set; null stands for a key that is not there. */
export interface UndoRecord {
  readonly arn: string
  readonly account: string
  readonly region: string
  readonly before: Readonly<Record<string, string | null>>
  readonly after: Readonly<Record<string, string | null>>
}

interface Head {
  readonly kind: typeof kind
  readonly version: 1
  readonly createdAt: string
}

const kind = 'trueup tags undo'

/**
 * A file of former tags, a line each. What is about to be changed is on the disk before it is changed: whatever then happens, the
 * file has at least what was changed.
 */
export class UndoFile {
  readonly name: string
  readonly #handle: FileHandle

  private constructor(name: string, handle: FileHandle) {
    this.name = name
    this.#handle = handle
  }

  /** @throws TrueupError `undo-file-exists`, `file-not-writable` */
  static async create(name: string, createdAt: string): Promise<UndoFile> {
    const handle = await open(name, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') {
        throw userError(
          'undo-file-exists',
          `${name} is there already`,
          'Name another one with --undo: it may hold tags of an earlier run',
        )
      }
      throw userError(
        'file-not-writable',
        `cannot write ${name}: ${error.code}`,
        'Name a file in a folder that you may write to',
        error,
      )
    })
    const file = new UndoFile(name, handle)
    await file.#write([{kind, version: 1, createdAt} satisfies Head])
    return file
  }

  async append(records: readonly UndoRecord[]): Promise<void> {
    await this.#write(records)
  }

  async #write(lines: readonly object[]): Promise<void> {
    await this.#handle.writeFile(lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
    await this.#handle.sync()
  }

  async close(): Promise<void> {
    await this.#handle.close()
  }
}

/**
 * What a file holds; a last line that was cut off belongs to a change that never came.
 * @throws TrueupError `undo-file-not-readable`, `undo-file-invalid`
 */
export async function readUndoFile(name: string): Promise<readonly UndoRecord[]> {
  const text = await readFile(name, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw userError(
      'undo-file-not-readable',
      `cannot read ${name}: ${error.code}`,
      'Name the file that tags fix --apply wrote',
      error,
    )
  })
  const lines = text.split('\n')
  lines.pop()
  const [head, ...records] = lines.map((line, index) => parsed(line, name, index + 1))
  if (!isHead(head)) throw invalid(name, 1)
  return records.map((record, index) => {
    if (!isRecordLine(record)) throw invalid(name, index + 2)
    return record
  })
}

function parsed(line: string, name: string, number: number): unknown {
  try {
    return JSON.parse(line) as unknown
  } catch {
    throw invalid(name, number)
  }
}

function invalid(name: string, line: number): TrueupError {
  const hint = 'Name the file that tags fix --apply wrote, as it was written'
  return userError('undo-file-invalid', `${name}:${line} is not what tags fix --apply writes`, hint)
}

function isHead(value: unknown): value is Head {
  return isObject(value) && value['kind'] === kind && value['version'] === 1
}

function isRecordLine(value: unknown): value is UndoRecord {
  if (!isObject(value)) return false
  const names = ['arn', 'account', 'region'].every((name) => typeof value[name] === 'string')
  return names && isTags(value['before']) && isTags(value['after'])
}

function isTags(value: unknown): boolean {
  return isObject(value) && Object.values(value).every((tag) => tag === null || typeof tag === 'string')
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
