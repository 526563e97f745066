import {gunzipSync} from 'node:zlib'

import {Unknown} from '../../../model/value.ts'
import {FunctionError} from './function.ts'
import type {TerraformFunction} from './function.ts'
import {define, text} from './parameters.ts'
import {charset} from './text-encodings.ts'
import {Unknowable} from './unknowable.ts'

const longestUnpacked = 10_000_000

/** https://developer.hashicorp.com/terraform/language/functions#encoding-functions, and two of OpenTofu's. */
export const base64: {readonly [name: string]: TerraformFunction} = {
  base64decode: define([text], ([source]) => utf8(base64Bytes(source))),
  base64encode: define([text], ([source]) => Buffer.from(source).toString('base64')),
  base64gunzip: define([text], ([source]) => utf8(unpacked(base64Bytes(source)))),
  base64gzip: define([text], () => new Unknown('base64gzip: compressed bytes differ between implementations')),
  textdecodebase64: define([text, text], ([source, encoding]) => charset(encoding).decode(base64Bytes(source))),
  textencodebase64: define([text, text], ([source, encoding]) =>
    Buffer.from(charset(encoding).encode(source)).toString('base64'),
  ),
  urldecode: define([text], ([source]) => urlDecoded(source)),
  urlencode: define([text], ([source]) =>
    encodeURIComponent(source)
      .replaceAll('%20', '+')
      .replaceAll(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`),
  ),
}

/** Strings of the language are Unicode; other bytes are refused, not replaced. */
export function utf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes)
  } catch {
    throw new FunctionError('the result is not valid UTF-8')
  }
}

/** Padding is required; line breaks are passed over. */
function base64Bytes(source: string): Uint8Array {
  const digits = source.replaceAll(/[\r\n]/g, '')
  if (digits.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(digits)) {
    throw new FunctionError('failed to decode base64 data')
  }
  return Buffer.from(digits, 'base64')
}

function unpacked(bytes: Uint8Array): Uint8Array {
  try {
    return gunzipSync(bytes, {maxOutputLength: longestUnpacked})
  } catch (error) {
    if (error instanceof RangeError) throw new Unknowable('compressed data of more than 10 MB')
    throw new FunctionError('failed to unpack gzip data')
  }
}

function urlDecoded(source: string): string {
  try {
    return decodeURIComponent(source.replaceAll('+', ' '))
  } catch {
    throw new FunctionError('failed to decode URL')
  }
}
