import {expect, test} from 'vitest'

import {loadCatalog} from '../../src/catalog/catalog.ts'
import {classify} from '../../src/drift/classify.ts'
import {objectFinder} from '../../src/drift/object-finder.ts'
import type {JoinedObject} from '../../src/join/joined.ts'
import {check} from '../catalog/check-fixture.ts'
import {loadFixture} from '../catalog/type-fixtures.ts'
import type {ValueRecord} from '../../src/model/value.ts'

const location = {partition: 'aws', account: '123456789012', region: 'eu-west-1'}
const catalog = await loadCatalog()

function undeclared(type: string, id: string, properties: ValueRecord = {}): JoinedObject {
  return {type, id, location, shares: [], live: {type, id, location, properties, reader: 'service'}}
}

const rest = {
  domain: undeclared('AWS::ApiGateway::DomainName', 'api.example.com'),
  mapping: undeclared('AWS::ApiGateway::BasePathMapping', 'api.example.com|(none)', {
    BasePath: '(none)',
    DomainName: 'api.example.com',
  }),
}
const http = {
  domain: undeclared('AWS::ApiGatewayV2::DomainName', 'api.example.com'),
  mapping: undeclared('AWS::ApiGatewayV2::ApiMapping', 'm1b2c3|api.example.com', {DomainName: 'api.example.com'}),
}

test.each(['domain', 'mapping'] as const)('a %s of nobody that both versions show is told once', (what) => {
  const find = objectFinder([rest[what], http[what]])
  const codes = [rest[what], http[what]].map((object) => classify(object, {find, catalog})?.code)
  expect(codes).toEqual(['owned-elsewhere', 'unmanaged'])
})

test('one that a single version shows is unmanaged there', () => {
  for (const object of [rest.domain, rest.mapping, http.domain, http.mapping]) {
    const find = objectFinder([object])
    expect(classify(object, {find, catalog})?.code).toBe('unmanaged')
  }
})

test.each([
  ['aws_api_gateway_base_path_mapping', 'AWS::ApiGatewayV2::ApiMapping', 'm1b2c3|api.example.com', 'ApiMappingKey'],
  ['aws_apigatewayv2_domain_name', 'AWS::ApiGateway::BasePathMapping', 'api.example.com|jobs', 'BasePath'],
])('the mapping that %s declares is its own as %s', async (folder, type, id, path) => {
  const fixture = await loadFixture(folder)
  const {live} = undeclared(type, id, {[path]: 'jobs', DomainName: 'api.example.com'})
  const {findings} = check({...fixture, objects: [...fixture.objects, ...(live ? [live] : [])]})
  expect(findings).toMatchObject([{code: 'owned-elsewhere', ownedBy: expect.stringContaining('.jobs')}])
})
