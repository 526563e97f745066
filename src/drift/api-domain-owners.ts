import type {JoinedObject} from '../join/joined.ts'
import type {LiveObject, ObjectType} from '../model/live.ts'
import type {ObjectFinder} from './object-finder.ts'
import type {Owner, OwnerRule} from './owners.ts'

/**
 * Both versions of API Gateway show the same domain names and mappings, each as a type of its own
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-mappings.html: stages of HTTP and REST APIs share a domain
 * name). One that is declared as the other type is its resource's; of one that nobody declares, only the second version is told.
 */
export const apiDomainOwners: Readonly<Record<ObjectType, OwnerRule>> = {
  'AWS::ApiGateway::DomainName': ({id, location}, {find}) =>
    ofTwin(find('AWS::ApiGatewayV2::DomainName', id, location), true),
  'AWS::ApiGatewayV2::DomainName': ({id, location}, {find}) =>
    ofTwin(find('AWS::ApiGateway::DomainName', id, location), false),
  'AWS::ApiGateway::BasePathMapping': (mapping, {find}) => ofTwin(mappingsOf(find).get(keyOf(mapping)), true),
  'AWS::ApiGatewayV2::ApiMapping': ({properties, location}, {find}) => {
    const {ApiMappingKey: path, DomainName: domain} = properties
    if (typeof domain !== 'string') return undefined
    const id = `${domain}|${typeof path === 'string' && path !== '' ? path : '(none)'}`
    return ofTwin(find('AWS::ApiGateway::BasePathMapping', id, location), false)
  },
}

function ofTwin(twin: JoinedObject | undefined, evenIfUndeclared: boolean): Owner | undefined {
  const address = twin?.shares[0]?.resource.address
  if (twin === undefined || (address === undefined && !(evenIfUndeclared && twin.live))) return undefined
  return {ownedBy: address ?? `${twin.type} ${twin.id}`, evidence: 'the same in the other version of API Gateway'}
}

const mappings = new WeakMap<ObjectFinder, ReadonlyMap<string, JoinedObject>>()

/** Mappings of the second version, whose identifiers do not tell what is mapped. */
function mappingsOf(find: ObjectFinder): ReadonlyMap<string, JoinedObject> {
  let known = mappings.get(find)
  if (!known) {
    const ofVersion = find.objects.filter(({type}) => type === 'AWS::ApiGatewayV2::ApiMapping')
    known = new Map(ofVersion.flatMap((object) => (object.live ? [[keyOf(object.live), object] as const] : [])))
    mappings.set(find, known)
  }
  return known
}

function keyOf({location: {account, region}, properties}: LiveObject): string {
  const {ApiMappingKey: key, BasePath: path = key, DomainName: domain} = properties
  return JSON.stringify([account, region, domain, path === '(none)' ? '' : (path ?? '')])
}
