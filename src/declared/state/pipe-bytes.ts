import {constants, createReadStream, open, type Stats} from 'node:fs'
import {Socket} from 'node:net'
import {addAbortSignal} from 'node:stream'
import {isatty, ReadStream} from 'node:tty'
import {promisify} from 'node:util'

/** A pipe, such as a shell makes of `<(command)`, or a terminal: it can be read but once, and who writes may never come. */
export function isPipe(found: Pick<Stats, 'isFIFO' | 'isCharacterDevice'>): boolean {
  return found.isFIFO() || found.isCharacterDevice()
}

/**
 * Its bytes. Nothing waits inside a system call: a thread that does cannot be interrupted, and the process would not end without it.
 * Only Linux tells a pipe that nobody has opened yet from one that was closed (`FIFO`: https://man7.org/linux/man-pages/man7/fifo.7.html
 * and `fifo_open` of fs/pipe.c), so elsewhere it is waited for as with any file.
 */
export async function pipeBytes(file: string, signal?: AbortSignal): Promise<AsyncIterable<Uint8Array>> {
  signal?.throwIfAborted()
  if (process.platform !== 'linux') return createReadStream(file, signal ? {signal} : {})
  const descriptor = await promisify(open)(file, constants.O_RDONLY | constants.O_NONBLOCK)
  const stream = streamOf(file, descriptor)
  return signal ? addAbortSignal(signal, stream) : stream
}

function streamOf(file: string, descriptor: number) {
  if (isatty(descriptor)) return new ReadStream(descriptor)
  try {
    return new Socket({fd: descriptor, readable: true, writable: false})
  } catch {
    // Neither a pipe nor a terminal, as /dev/null: reading it does not wait.
    return createReadStream(file, {fd: descriptor})
  }
}
