import {expect, test} from 'vitest'

import identifiers from '../../../src/catalog/generated/identifiers.json' with {type: 'json'}
import {factsOf} from '../../../src/live/cloud-control/facts.ts'
import {fixedValues, parentTypeOf} from '../../../src/live/cloud-control/parents.ts'
import {frankfurt} from '../fake-session.ts'

const types = Object.keys(identifiers.objects)

async function parentTypesOf(type: string): Promise<readonly string[]> {
  const {parents = []} = (await factsOf(type)) ?? {}
  return parents.flatMap((property) =>
    fixedValues(type, property, frankfurt) === undefined ? (parentTypeOf(type, property) ?? []) : [],
  )
}

test.each([
  ['AWS::EKS::Nodegroup', 'ClusterName', 'AWS::EKS::Cluster'],
  ['AWS::ElasticLoadBalancingV2::Listener', 'LoadBalancerArn', 'AWS::ElasticLoadBalancingV2::LoadBalancer'],
  ['AWS::ApiGateway::Stage', 'RestApiId', 'AWS::ApiGateway::RestApi'],
  ['AWS::Cognito::UserPoolClient', 'UserPoolId', 'AWS::Cognito::UserPool'],
  ['AWS::ServiceCatalog::PortfolioPrincipalAssociation', 'PortfolioId', 'AWS::ServiceCatalog::Portfolio'],
  ['AWS::LakeFormation::TagAssociation', 'Resource', undefined],
])('%s is listed by the %s of %s', (type, property, parent) => {
  expect(parentTypeOf(type, property)).toBe(parent)
})

test('kinds and the account are no objects to look for', () => {
  expect(fixedValues('AWS::WAFv2::WebACL', 'Scope', frankfurt)).toEqual(['REGIONAL'])
  expect(fixedValues('AWS::WAFv2::WebACL', 'Scope', {...frankfurt, region: 'us-east-1'})).toContain('CLOUDFRONT')
  expect(fixedValues('AWS::Glue::Table', 'CatalogId', frankfurt)).toEqual([frankfurt.account])
})

test('no type is a parent of its own parents: each list would wait for the other', async () => {
  const parents = new Map(await Promise.all(types.map(async (type) => [type, await parentTypesOf(type)] as const)))
  const above = (type: string, seen: readonly string[]): readonly string[] => {
    if (seen.includes(type)) return [[...seen, type].join(' > ')]
    return (parents.get(type) ?? []).flatMap((parent) => above(parent, [...seen, type]))
  }
  expect(types.flatMap((type) => above(type, []))).toEqual([])
})
