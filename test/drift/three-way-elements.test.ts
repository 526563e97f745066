import {describe, expect, test} from 'vitest'

import type {DeclaredResource} from '../../src/model/declared.ts'
import type {LiveObject} from '../../src/model/live.ts'
import {isEmpty, isRecord, Unknown, type Value, type ValueRecord} from '../../src/model/value.ts'
import {check, line} from '../catalog/check-fixture.ts'
import {fixtureNames, loadFixture} from '../catalog/type-fixtures.ts'

/** Code that sets what the state records, as a person writes it: without what is empty. */
function codeOf({attributes, ...resource}: DeclaredResource, changed: ValueRecord = {}): DeclaredResource {
  const written = Object.entries({...attributes, ...changed}).filter(([, value]) => !isEmpty(value))
  return {...resource, origin: 'configured', attributes: Object.fromEntries(written)}
}

describe('code that says what the state says changes no finding', () => {
  test.each(fixtureNames())('%s', async (name) => {
    const fixture = await loadFixture(name)
    expect(check(fixture, new Map(), (resource) => codeOf(resource)).findings.map(line)).toEqual(
      check(fixture).findings.map(line),
    )
  })
})

const groups = await loadFixture('aws_security_group')
const closed = groups.resources.find(({address}) => address === 'aws_security_group.inference')

const rule = {description: 'metrics', from_port: '9100', to_port: '9100', protocol: 'tcp', cidr_blocks: ['10.1.0.0/16']}
const liveRule = {Description: 'metrics', FromPort: 9100, ToPort: 9100, IpProtocol: 'tcp', CidrIp: '10.1.0.0/16'}

/** Findings on the rules of a group whose code, and whose live side, may have one rule less or another one more. */
function verdicts(
  code: 'same' | 'less' | 'more' | 'unknown' | 'unset',
  live: 'same' | 'less' | 'more',
  ignoreChanges: readonly string[] = [],
): readonly string[] {
  const written = (closed?.attributes['ingress'] ?? []) as readonly Value[]
  const ingress = {
    same: written,
    less: written.slice(1),
    more: [...written, rule],
    unknown: [...written, {...rule, from_port: new Unknown('known after apply')}],
    unset: [],
  }[code]
  const group = groups.objects.find(({id}) => id === closed?.attributes['id']) as LiveObject
  const rules = (group.properties['SecurityGroupIngress'] ?? []) as readonly Value[]
  const SecurityGroupIngress = {same: rules, less: rules.slice(1), more: [...rules, liveRule]}[live]
  const replaced = {...group, properties: {...group.properties, SecurityGroupIngress}}
  const configured = (resource: DeclaredResource) =>
    resource === closed ? {...codeOf(resource, {ingress}), ignoreChanges} : codeOf(resource)
  const {findings} = check(groups, new Map([[group, replaced]]), configured)
  return findings.map(({code: verdict}) => verdict)
}

describe('rules of a security group, code and live side against the state', () => {
  test.each([
    ['same', 'same', []],
    ['same', 'less', ['drifted']],
    ['same', 'more', ['drifted-undeclared']],
    ['less', 'same', ['unapplied']],
    ['less', 'less', ['stale-state']],
    ['more', 'same', ['unapplied']],
    ['more', 'more', ['stale-state']],
    ['more', 'less', ['drifted', 'unapplied']],
    ['unknown', 'same', []],
    ['unknown', 'less', ['drifted']],
    ['unset', 'less', ['drifted-undeclared']],
    ['unset', 'more', ['drifted-undeclared']],
  ] as const)('code %s, live %s', (code, live, expected) => {
    expect(verdicts(code, live)).toEqual(expected)
  })

  test.each([['ingress'], ['ingress[0].cidr_blocks', 'ingress']])(
    'are left alone where the code ignores them: %s',
    (...ignored) => {
      for (const live of ['less', 'more'] as const) expect(verdicts('same', live, ignored)).toEqual([])
    },
  )

  test('are not left alone where the code ignores something else', () => {
    expect(verdicts('same', 'less', ['egress'])).toEqual(['drifted'])
  })
})

const roles = await loadFixture('aws_iam_role')

describe('a policy of a role', () => {
  test.each([
    ['the same in other words', (text: string) => JSON.stringify(JSON.parse(text), null, 4), []],
    ['another one', () => '{"Version":"2012-10-17","Statement":[]}', ['unapplied']],
  ])('in code is %s', (_, change, expected) => {
    const [policy] = roles.resources.filter(({type}) => type === 'aws_iam_role_policy')
    const text = change(policy?.attributes['policy'] as string)
    const configured = (resource: DeclaredResource) => codeOf(resource, resource === policy ? {policy: text} : {})
    expect(check(roles, new Map(), configured).findings.map(({code}) => code)).toEqual(expected)
  })
})

const tables = await loadFixture('aws_route_table')

function isDefault(route: Value): route is ValueRecord {
  return isRecord(route) && route['DestinationCidrBlock'] === '0.0.0.0/0'
}

/** Where the default route of a table leads, in code and live; in the state, to an internet gateway. */
function routeVerdicts(code: string, live: string): readonly string[] {
  const table = tables.objects.find(({id}) => id === 'rtb-0a10b20c30d40e50f') as LiveObject
  const routes = (table.properties['Routes'] ?? []) as readonly Value[]
  const Routes = routes.map((route) => (isDefault(route) ? {...route, Target: live} : route))
  const gateway = code.startsWith('nat-') ? {nat_gateway_id: code} : {gateway_id: code}
  const configured = (resource: DeclaredResource) => {
    const route = ((resource.attributes['route'] ?? []) as readonly ValueRecord[]).map((each) =>
      each['cidr_block'] === '0.0.0.0/0' ? {cidr_block: '0.0.0.0/0', ...gateway} : each,
    )
    return codeOf(resource, resource.attributes['id'] === table.id ? {route} : {})
  }
  const {findings} = check(
    tables,
    new Map([[table, {...table, properties: {...table.properties, Routes}}]]),
    configured,
  )
  return findings.map(({code: verdict}) => verdict)
}

describe('a route whose destination says which it is', () => {
  const [igw, nat, other] = ['igw-0a1b2c3d4e5f60718', 'nat-0a1b2c3d4e5f60718', 'nat-0c1b2c3d4e5f60718']
  test.each([
    [igw, igw, []],
    [igw, nat, ['drifted']],
    [nat, igw, ['unapplied']],
    [nat, nat, ['stale-state']],
    [other, nat, ['conflict']],
  ] as const)('leads in code to %s, live to %s', (code, live, expected) => {
    expect(routeVerdicts(code, live)).toEqual(expected)
  })
})
