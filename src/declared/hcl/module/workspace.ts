import {readFileSync} from 'node:fs'
import {join} from 'node:path'

import {Unknown} from '../../../model/value.ts'
import type {LanguageValue} from '../language-value.ts'
import {isJsonObject, type JsonObject} from '../parse/parsed-file.ts'
import {isTemplate} from '../parse/templates.ts'
import type {ModuleConfig} from './module-config.ts'

/**
 * `terraform.workspace`: the one that is given (TF_WORKSPACE), the one that `cloud` names, the one that was selected in this folder, or
 * `default`. https://developer.hashicorp.com/terraform/language/state/workspaces
 */
export function workspaceOf(given: string | undefined, dataFolder: string, {cloud}: ModuleConfig): LanguageValue {
  if (given !== undefined && given !== '') return given
  const selected = selectedIn(dataFolder)
  if (cloud === undefined) return selected ?? 'default'
  const named = nameIn(cloud.body)
  return (
    named ?? selected ?? new Unknown('which workspace of HCP Terraform it is was not selected', 'terraform.workspace')
  )
}

/** What `terraform workspace select` wrote down. */
function selectedIn(dataFolder: string): string | undefined {
  try {
    const name = readFileSync(join(dataFolder, 'environment'), 'utf8').trim()
    return name === '' ? undefined : name
  } catch {
    return undefined
  }
}

/** https://developer.hashicorp.com/terraform/language/block/terraform#cloud */
function nameIn(cloud: JsonObject): string | undefined {
  const {workspaces} = cloud
  const first: unknown = Array.isArray(workspaces) ? workspaces[0] : workspaces
  const name = isJsonObject(first) ? first['name'] : undefined
  return typeof name === 'string' && !isTemplate(name) ? name : undefined
}
