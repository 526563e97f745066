import {join} from 'node:path'

import type {StateAccess} from '../backends/access.ts'
import type {FindStored, StoredState} from '../model/stored-state.ts'

export type {StateAccess}

/** States by URL, and by `backend:DIR` where the code in DIR keeps its own. */
export function stateStores(access: StateAccess): FindStored {
  return async (url, signal) => {
    const {storedStatesAt} = await import('../backends/stores.ts')
    const [, folder] = /^backend:(.*)$/.exec(url) ?? []
    return folder === undefined ? storedStatesAt(url, access, signal) : [await stateOfCode(folder || '.', access)]
  }
}

/** `terraform init` knows more than the code, since parts of a backend may come from its flags. */
async function stateOfCode(folder: string, access: StateAccess): Promise<StoredState> {
  const [{storedStateOf}, {initialisedBackend, selectedWorkspace}, {stateLocation}] = await Promise.all([
    import('../backends/stores.ts'),
    import('../backends/initialised.ts'),
    import('../declared/hcl/state-location.ts'),
  ])
  const initialised = await initialisedBackend(folder)
  const {file, ...said} = (await stateLocation(folder)) ?? {type: 'local', config: {}, file: join(folder, 'main.tf')}
  const workspace = await selectedWorkspace(folder, access.environment)
  return storedStateOf({...(initialised ?? said), workspace, file}, access)
}
