import {createHash} from 'node:crypto'

import {Unknown} from '../../../model/value.ts'
import {FunctionError} from './function.ts'
import type {FunctionContext, TerraformFunction} from './function.ts'
import {readBytes} from './files.ts'
import {define, text} from './parameters.ts'

type Encoding = 'base64' | 'hex'

/** https://developer.hashicorp.com/terraform/language/functions#hash-and-crypto-functions, of texts and of files. */
export const hashes: {readonly [name: string]: TerraformFunction} = {
  base64sha256: ofText('sha256', 'base64'),
  base64sha512: ofText('sha512', 'base64'),
  bcrypt: differsEachTime('bcrypt', [1, 2]),
  filebase64sha256: ofFile('sha256', 'base64'),
  filebase64sha512: ofFile('sha512', 'base64'),
  filemd5: ofFile('md5', 'hex'),
  filesha1: ofFile('sha1', 'hex'),
  filesha256: ofFile('sha256', 'hex'),
  filesha512: ofFile('sha512', 'hex'),
  md5: ofText('md5', 'hex'),
  rsadecrypt: {arity: [2, 2], call: () => new Unknown('rsadecrypt: nothing is decrypted here')},
  sha1: ofText('sha1', 'hex'),
  sha256: ofText('sha256', 'hex'),
  sha512: ofText('sha512', 'hex'),
  uuid: differsEachTime('uuid', [0, 0]),
  uuidv5: define([text, text], ([namespace, name]) => uuidOf(namespace, name)),
}

function ofText(algorithm: string, encoding: Encoding): TerraformFunction {
  return define([text], ([content]) => digest(algorithm, content, encoding))
}

function ofFile(algorithm: string, encoding: Encoding): TerraformFunction {
  return define([text], ([path], context: FunctionContext) => digest(algorithm, readBytes(path, context), encoding))
}

function digest(algorithm: string, content: string | Uint8Array, encoding: Encoding): string {
  return createHash(algorithm).update(content).digest(encoding)
}

function differsEachTime(name: string, arity: TerraformFunction['arity']): TerraformFunction {
  return {arity, call: () => new Unknown(`${name}: another result each time`)}
}

/** The namespaces of RFC 9562, appendix A. */
const namespaces: {readonly [name: string]: string | undefined} = {
  dns: '6ba7b810-9dad-11d1-80b4-00c04fd430c8',
  oid: '6ba7b812-9dad-11d1-80b4-00c04fd430c8',
  url: '6ba7b811-9dad-11d1-80b4-00c04fd430c8',
  x500: '6ba7b814-9dad-11d1-80b4-00c04fd430c8',
}

function uuidOf(namespace: string, name: string): string {
  const id = namespaces[namespace] ?? namespace
  if (!/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id)) {
    throw new FunctionError('namespace must be "dns", "url", "oid", "x500" or a UUID')
  }
  const hash = createHash('sha1')
    .update(Buffer.from(id.replaceAll('-', ''), 'hex'))
    .update(name)
    .digest()
  hash[6] = ((hash[6] as number) & 0x0f) | 0x50
  hash[8] = ((hash[8] as number) & 0x3f) | 0x80
  return hash.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
