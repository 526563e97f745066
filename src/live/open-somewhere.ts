import type {Transport} from '../aws/transport.ts'
import {isKnownRegion} from '../aws/known-region.ts'
import {openSessions, type AccessRequest, type Sessions} from '../aws/sessions.ts'
import {TrueupError} from '../errors.ts'
import {globalRegion} from '../model/location.ts'
import type {DeclaredObject} from './wanted.ts'

export interface SomewhereRequest extends AccessRequest {
  readonly transport?: Transport
  readonly regions: readonly string[]
}

/** Stands for the regions that an account has enabled. */
export const allRegions = 'all'

/**
 * Who we are can be asked in any region: where neither flag nor environment nor profile names one, what is declared does. A region that
 * nobody knows may be a typing error, so it is the last one to be asked.
 */
export async function openSomewhere(
  {regions, transport, ...access}: SomewhereRequest,
  declared: readonly Pick<DeclaredObject, 'location'>[],
  signal: AbortSignal,
): Promise<Sessions> {
  const named = regions.filter((name) => name !== allRegions)
  const region = named.find((name) => isKnownRegion(name))
  const opening = {signal, ...(transport && {transport})}
  try {
    return await openSessions(access, {...opening, ...(region === undefined ? {} : {region})})
  } catch (error) {
    const [other = regionOf(declared)] = named
    const isHelped = error instanceof TrueupError && error.code === 'aws-region-missing' && other !== undefined
    if (!isHelped) throw error
    return openSessions(access, {...opening, region: other})
  }
}

function regionOf(declared: readonly Pick<DeclaredObject, 'location'>[]): string | undefined {
  return declared.find(({location: {region}}) => region !== undefined && region !== globalRegion)?.location.region
}
