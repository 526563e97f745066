import type {CodeRequest} from '../pipeline/code.ts'
import {userError} from '../errors.ts'

export interface CodeFlags {
  readonly config?: string | undefined
  readonly var?: readonly string[] | undefined
  readonly 'var-file'?: readonly string[] | undefined
}

const prefix = 'TF_VAR_'

/**
 * The code that flags and Terraform's own environment variables describe; undefined where there is none.
 * @throws {TrueupError} `variable-invalid`
 */
export function codeRequestOf(flags: CodeFlags, env: NodeJS.ProcessEnv): CodeRequest | undefined {
  if (flags.config === undefined) return undefined
  const environment = Object.entries(env).flatMap(([name, value]) =>
    name.startsWith(prefix) && value !== undefined ? [[name.slice(prefix.length), value] as const] : [],
  )
  return {
    folder: flags.config,
    workspace: env['TF_WORKSPACE'],
    dataFolder: env['TF_DATA_DIR'],
    variables: {
      environment: Object.fromEntries(environment),
      files: flags['var-file'] ?? [],
      values: Object.fromEntries((flags.var ?? []).map(assignment)),
    },
  }
}

function assignment(text: string): readonly [string, string] {
  const equals = text.indexOf('=')
  if (equals < 1) throw userError('variable-invalid', '--var has no NAME=VALUE', 'Write --var region=eu-central-1')
  return [text.slice(0, equals), text.slice(equals + 1)]
}
