import type {Transport} from '../aws/transport.ts'
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

/** Who we are can be asked in any region: where neither flag nor environment nor profile names one, what is declared does. */
export async function openSomewhere(
  {regions, transport, ...access}: SomewhereRequest,
  declared: readonly DeclaredObject[],
  signal: AbortSignal,
): Promise<Sessions> {
  const region = regions.find((name) => name !== allRegions)
  const opening = {signal, ...(transport && {transport})}
  try {
    return await openSessions(access, {...opening, ...(region === undefined ? {} : {region})})
  } catch (error) {
    const known = regionOf(declared)
    const isHelped = error instanceof TrueupError && error.code === 'aws-region-missing' && known !== undefined
    if (!isHelped) throw error
    return openSessions(access, {...opening, region: known})
  }
}

function regionOf(declared: readonly DeclaredObject[]): string | undefined {
  return declared.find(({location: {region}}) => region !== undefined && region !== globalRegion)?.location.region
}
