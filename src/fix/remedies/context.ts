import {join} from 'node:path'

import type {PartialLocation} from '../../model/location.ts'
import type {Remedy} from '../../model/remedy.ts'
import type {Names} from './names.ts'

/** The provider configuration of a place: the default one, one with an alias (`aws.west`), or not known. */
export type Place = {readonly provider?: string} | 'unknown'

/** What remedies are made of besides findings. */
export interface RemedyContext {
  readonly names: Names
  /** The newest version that wrote any of the states. */
  readonly terraform?: string
  /** The version that wrote a state, by its name. */
  readonly terraformOf: (stateFile: string) => string | undefined
  readonly placeOf: (location: PartialLocation) => Place
  /** Whether only the creation of an object sets a property. */
  readonly isCreateOnly: (objectType: string, path: string) => boolean
  /** A file of the root module. */
  readonly fileIn: (name: string) => string
  /** An argument vector that runs in the folder of the root module, where that is known. */
  readonly terraformCommand: (...words: readonly string[]) => readonly string[]
  /** The command is the same for all imports. */
  readonly generate: Remedy
}

/** @param root the folder of the code, where it was given */
export function commandsIn(
  root: string | undefined,
  generatedFile: string,
): Pick<RemedyContext, 'fileIn' | 'terraformCommand' | 'generate'> {
  const chdir = root === undefined || root === '.' || root === './' ? [] : [`-chdir=${root}`]
  const terraformCommand = (...words: readonly string[]) => ['terraform', ...chdir, ...words]
  return {
    fileIn: (name) => (root === undefined ? name : join(root, name)),
    terraformCommand,
    generate: {
      kind: 'generate',
      command: terraformCommand('plan', `-generate-config-out=${generatedFile}`),
      caveats: ['terraform-1.5'],
    },
  }
}
