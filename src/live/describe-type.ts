import {loadCatalog} from '../catalog/catalog.ts'
import {describeEntry, everyType, readActions} from '../catalog/describe.ts'
import type {KnownType, ReaderDescription, TypeDescription} from '../model/type-description.ts'
import {supportedTypes} from './config/recorder.ts'
import {configTypeOf, seesOf} from './config/types.ts'
import {permissions} from '../aws/permissions.ts'

export async function listTypes(): Promise<readonly KnownType[]> {
  return everyType(await loadCatalog())
}

/** @returns undefined for a type that nothing is known of */
export async function describeType(name: string): Promise<TypeDescription | undefined> {
  const described = await describeEntry(name, await loadCatalog())
  return described && {...described, readers: await readersOf(described.objectType)}
}

async function readersOf(objectType: string): Promise<readonly ReaderDescription[]> {
  const configType = configTypeOf(objectType)
  const isRecorded = (await supportedTypes()).has(configType)
  const actions = permissions.filter(({by}) => by === 'config').map(({action}) => action)
  const note = seesOf(configType) === '*' ? 'in the shape of CloudFormation' : 'by a projector, from a shape of its own'
  const read = await readActions(objectType)
  return [
    ...(isRecorded ? [{reader: 'config', note, actions} as const] : []),
    ...(read.length > 0
      ? [{reader: 'cloud-control', note: 'not read yet; what it would take', actions: read} as const]
      : []),
  ]
}
