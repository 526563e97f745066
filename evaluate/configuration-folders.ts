import {readdirSync} from 'node:fs'
import {join} from 'node:path'

/** Every folder with code, modules that others call included: each can be read as a root module. */
export function configurationFolders(folder: string): readonly string[] {
  const entries = readdirSync(folder, {withFileTypes: true}).toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const below = entries
    .filter((entry) => entry.isDirectory())
    .flatMap(({name}) => configurationFolders(join(folder, name)))
  return entries.some(({name}) => /\.tf(?:\.json)?$/.test(name)) ? [folder, ...below] : below
}
