import type {Duplex} from 'node:stream'
import * as zlib from 'node:zlib'

import {userError} from '../../errors.ts'

interface Compression {
  readonly extension: string
  readonly magic: readonly number[]
  readonly compress: () => Duplex
  readonly decompress: () => Duplex
}

/** Zstandard came to Node with 22.15 and 23.8; older ones can only say so. */
const compressions: readonly Compression[] = [
  {
    extension: '.gz',
    magic: [0x1f, 0x8b],
    compress: () => zlib.createGzip(),
    decompress: () => zlib.createGunzip({chunkSize: 1 << 18}),
  },
  {
    extension: '.zst',
    magic: [0x28, 0xb5, 0x2f, 0xfd],
    compress: () => zstd('createZstdCompress'),
    decompress: () => zstd('createZstdDecompress'),
  },
]

/** By the file's name; undefined for plain text. */
export function compressorFor(file: string): Duplex | undefined {
  return compressions.find(({extension}) => file.endsWith(extension))?.compress()
}

/** By the first bytes, whatever the file is called; undefined for plain text. */
export function decompressorFor(start: Uint8Array): Duplex | undefined {
  return compressions.find(({magic}) => magic.every((byte, index) => start[index] === byte))?.decompress()
}

function zstd(create: 'createZstdCompress' | 'createZstdDecompress'): Duplex {
  if (create in zlib) return zlib[create]()
  throw userError(
    'snapshot-compression-unsupported',
    `Node ${process.version} cannot handle Zstandard.`,
    'Use gzip (.gz), or Node 22.15 or later.',
  )
}
