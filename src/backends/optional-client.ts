import {storeError} from './store-errors.ts'

/**
 * A cloud's own client, which trueup does not bring along: few need it, and it is large.
 * @throws TrueupError `state-store-client` where it is not installed
 */
export async function optionalClient<T>(name: string, packages: string, load: () => Promise<T>): Promise<T> {
  try {
    return await load()
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND')) throw error
    throw storeError('state-store-client', name, `needs a client that is not installed: npm install ${packages}`, error)
  }
}
