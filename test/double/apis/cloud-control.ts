import type {GetResourceInput, ListResourcesInput} from '@aws-sdk/client-cloudcontrol'

import {isGlobalType} from '../../../src/live/global-types.ts'
import {AwsFault} from '../wire/fault.ts'
import type {Population, WorldObject} from '../world.ts'
import {apisOf, listing, page, type Api, type Context} from './api.ts'

function populationAt(type: string, {world, account, region}: Context): Population {
  return world.population(account, isGlobalType(type) ? 'global' : region)
}

function described({id, properties}: WorldObject): object {
  return {Identifier: id, Properties: JSON.stringify(properties)}
}

const get: Api<GetResourceInput> = ({TypeName: type = '', Identifier: id = ''}, context) => {
  const object = populationAt(type, context).find(type, id)
  if (object?.id === id) return {TypeName: type, ResourceDescription: described(object)}
  throw new AwsFault('ResourceNotFoundException', `AWS::${type} resource ${id} was not found`)
}

const list: Api<ListResourcesInput> = ({TypeName: type = '', NextToken: token, MaxResults: size = 20}, context) => {
  const all = listing(populationAt(type, context), [type])
  const {indices, next} = page(all.length, token, size)
  const ResourceDescriptions = indices
    .map((index) => all.at(index))
    .flatMap((object) => (object.gone ? [] : [described(object)]))
  return {TypeName: type, ResourceDescriptions, ...(next === undefined ? {} : {NextToken: next})}
}

export const cloudControl = apisOf('cloudcontrolapi', {GetResource: get, ListResources: list})
