import {posix} from 'node:path'

import {Unknown} from '../../../model/value.ts'
import {isObject} from '../language-value.ts'
import type {LanguageValue} from '../language-value.ts'
import {utf8} from './base64.ts'
import {FunctionError} from './function.ts'
import type {FunctionContext, TerraformFunction} from './function.ts'
import {define, text} from './parameters.ts'
import {setOf} from './sets.ts'
import {Unknowable} from './unknowable.ts'

/**
 * https://developer.hashicorp.com/terraform/language/functions#filesystem-functions. Nothing outside the configuration is read,
 * nor told to be absent; and where Terraform runs, and as whom, is not known.
 */
export const files: {readonly [name: string]: TerraformFunction} = {
  abspath: define([text], ([path]) =>
    path.startsWith('/') ? clean(path) : new Unknown('abspath: the folder that Terraform runs in'),
  ),
  basename: define([text], ([path]) => path.replace(/\/+$/, '').replace(/^.*\//, '') || (path === '' ? '.' : '/')),
  dirname: define([text], ([path]) => clean(path.slice(0, path.lastIndexOf('/') + 1))),
  file: define([text], ([path], context) => utf8(readBytes(path, context))),
  filebase64: define([text], ([path], context) => Buffer.from(readBytes(path, context)).toString('base64')),
  fileexists: define([text], ([path], context) => exists(path, context)),
  fileset: define([text, text], ([folder, pattern], context) => {
    const found = context.files.match(folder, pattern)
    if (!found) throw outside()
    return setOf(found)
  }),
  pathexpand: define([text], ([path]) => expand(path)),
  templatefile: template((path, context) => utf8(readBytes(path, context))),
  templatestring: template((content) => content),
}

export function readBytes(path: string, context: FunctionContext): Uint8Array {
  const content = context.files.read(path)
  if (content) return content
  if (leadsOutside(path)) throw outside()
  throw new FunctionError(`no file exists at "${path}"`)
}

function exists(path: string, context: FunctionContext): boolean {
  if (context.files.read(path)) return true
  if (leadsOutside(path)) throw outside()
  return false
}

function leadsOutside(path: string): boolean {
  return /^(?:\/|~|\.\.(?:\/|$))/.test(posix.normalize(path))
}

function outside(): Unknowable {
  return new Unknowable('a path outside the configuration')
}

function clean(path: string): string {
  const normal = posix.normalize(path)
  return normal === '/' ? normal : normal.replace(/\/$/, '')
}

function expand(path: string): LanguageValue {
  if (!path.startsWith('~')) return path
  if (path !== '~' && !path.startsWith('~/')) throw new FunctionError('cannot expand user-specific home dir')
  return new Unknown('pathexpand: the home of whoever runs Terraform')
}

/** Variables may be unknown: the template may do without them. */
function template(load: (source: string, context: FunctionContext) => string): TerraformFunction {
  return {
    arity: [2, 2],
    takesUnknown: true,
    call: ([source, variables], context) => {
      if (source instanceof Unknown) return source
      if (variables instanceof Unknown) return variables
      const content = load(text(source as LanguageValue), context)
      if (!isObject(variables)) throw new FunctionError('vars must be a map or object')
      return context.template(content, variables)
    },
  }
}
