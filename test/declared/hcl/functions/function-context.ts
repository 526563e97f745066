import {posix} from 'node:path'

import {toText} from '../../../../src/declared/hcl/functions/conversions.ts'
import type {FunctionContext} from '../../../../src/declared/hcl/functions/function.ts'
import {FunctionError} from '../../../../src/declared/hcl/functions/function.ts'
import {firstUnknown} from '../../../../src/declared/hcl/functions/secrecy.ts'

/** The configuration that the rows about files speak of. */
export const files: {readonly [path: string]: Uint8Array} = {
  'hello.txt': Buffer.from('Hello, World\n'),
  'greeting.tftpl': Buffer.from('Hello, ${name}!\n'),
  'bytes.bin': Buffer.from([0xff, 0x00, 0xfe]),
  'web/index.html': Buffer.from('<html></html>'),
  'web/site.css': Buffer.from('a {}'),
}

export const context: FunctionContext = {
  files: {
    read: (path) => files[posix.normalize(path)],
    match: (folder, pattern) =>
      posix.normalize(folder).startsWith('..')
        ? undefined
        : Object.keys(files)
            .map((file) => posix.relative(folder, file))
            .filter((path) => posix.matchesGlob(path, pattern)),
  },
  template: (text, variables) => {
    const unknown = firstUnknown(Object.values(variables))
    if (unknown && text.includes('${')) return unknown
    return text.replaceAll(/\$\{(\w+)\}/g, (_, name: string) => {
      if (!(name in variables)) throw new FunctionError(`vars map does not contain key "${name}"`)
      return toText(variables[name] ?? null) as string
    })
  },
}
