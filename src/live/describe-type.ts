import {permissions} from '../aws/permissions.ts'
import {serviceActions} from '../aws/service-actions.ts'
import {loadCatalog} from '../catalog/catalog.ts'
import {describeEntry, everyType, handlerActions} from '../catalog/describe.ts'
import type {ObjectType, ReaderName} from '../model/live.ts'
import type {KnownType, ReaderDescription, TypeDescription} from '../model/type-description.ts'
import {factsOf} from './cloud-control/facts.ts'
import {supportedTypes} from './config/recorder.ts'
import {configTypeOf, seesOf} from './config/types.ts'
import {knownFaults} from './known-faults.ts'

export async function listTypes(): Promise<readonly KnownType[]> {
  return everyType(await loadCatalog())
}

/** @returns undefined for a type that nothing is known of */
export async function describeType(name: string): Promise<TypeDescription | undefined> {
  const described = await describeEntry(name, await loadCatalog())
  return described && {...described, readers: await readersOf(described.objectType, described.taggable)}
}

/** Each reader in the order in which it is asked, those that do not answer included. */
async function readersOf(type: ObjectType, taggable: boolean): Promise<readonly ReaderDescription[]> {
  return [await config(type), service(type), await cloudControl(type), tagging(taggable)]
}

async function config(type: ObjectType): Promise<ReaderDescription> {
  const configType = configTypeOf(type)
  if (!(await supportedTypes()).has(configType)) return not('config', 'does not record it')
  const shape =
    seesOf(configType) === '*' ? 'in the shape of CloudFormation' : 'by a projector, from a shape of its own'
  const fault = knownFaults.config?.[type]
  const note = `where the recorder includes it, ${shape}${fault === undefined ? '' : `; asked last, since ${fault}`}`
  return {reader: 'config', answers: true, note, actions: actionsOf('config')}
}

function service(type: ObjectType): ReaderDescription {
  const actions = serviceActions[type]
  if (actions === undefined) return not('service', 'not read through it')
  return {reader: 'service', answers: true, note: 'many objects a call, as of now', actions}
}

async function cloudControl(type: ObjectType): Promise<ReaderDescription> {
  const facts = await factsOf(type)
  if (!facts) return not('cloud-control', 'no read handler in the CloudFormation registry')
  const listed = facts.parents ? `a list for each ${facts.parents.join(' and ')}` : 'a list of the unmanaged'
  const note = `a call for each declared object, ${facts.list ? listed : 'no list of the unmanaged'}`
  const actions = [...actionsOf('cloud-control'), ...(await handlerActions(type))]
  return {reader: 'cloud-control', answers: true, note, actions}
}

function tagging(taggable: boolean): ReaderDescription {
  if (!taggable) return not('tagging', 'it takes no tags')
  return {reader: 'tagging', answers: true, note: 'tags, where it has or had any', actions: actionsOf('tagging')}
}

function not(reader: ReaderName, note: string): ReaderDescription {
  return {reader, answers: false, note, actions: []}
}

function actionsOf(reader: ReaderName): readonly string[] {
  return permissions.filter(({by}) => by === reader).map(({action}) => action)
}
