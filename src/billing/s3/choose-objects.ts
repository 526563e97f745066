import type {BillObject} from './objects.ts'

/** A manifest that was downloaded, and the keys that it names. */
export interface NamedKeys {
  readonly key: string
  readonly keys: readonly string[]
}

/**
 * What is worth a download: objects that a manifest names, and those that no manifest speaks for. Versions that were overwritten stay in the
 * bucket beside or below the folder of the manifest, and are most of it.
 */
export function chooseObjects(data: readonly BillObject[], manifests: readonly NamedKeys[]): readonly BillObject[] {
  const current = manifests.filter(({key}) => !manifests.some((other) => isAbove(folderOf(other.key), folderOf(key))))
  const named = new Set(current.flatMap(({keys}) => keys))
  const spokenFor = [
    ...current.map(({key}) => folderOf(key)),
    ...current.flatMap(({keys}) => keys.map(folderOf)),
  ].filter((folder) => folder !== '')
  return data.filter(({key}) => named.has(key) || !spokenFor.some((folder) => key.startsWith(folder)))
}

/** With the slash at its end; '' for the root of the bucket. */
function folderOf(key: string): string {
  return key.slice(0, key.lastIndexOf('/') + 1)
}

function isAbove(folder: string, other: string): boolean {
  return folder !== other && other.startsWith(folder)
}
