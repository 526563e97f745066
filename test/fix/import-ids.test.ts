import {readFileSync} from 'node:fs'

import {describe, expect, it} from 'vitest'

import {loadCatalog} from '../../src/catalog/catalog.ts'
import {importFormats, partFormats} from '../../src/catalog/import-ids.ts'
import {importTargetOf} from '../../src/fix/remedies/import-id.ts'
import type {Value} from '../../src/model/value.ts'

interface Row {
  readonly type: string
  readonly id: string
  readonly arn?: string
  readonly importId: string
  readonly isProven?: boolean
}

const rows = JSON.parse(
  readFileSync(new URL('../../fixtures/fixes/import-ids.json', import.meta.url), 'utf8'),
) as readonly Row[]

const common = {severity: 'low', confidence: 'curated', fingerprint: 'f'} as const

describe('identifiers of imports', () => {
  it.each(rows)('$type $id', ({importId, isProven = true, ...subject}) => {
    const location = {account: '123456789012', region: 'eu-west-1'}
    const target = importTargetOf({code: 'unmanaged', subject: {...subject, location}, ...common})
    if (importId === 'id-unknown' || importId === 'not-importable') expect(target).toBe(importId)
    else expect(target).toMatchObject({type: subject.type, id: importId, isProven})
  })

  it('are looked up for every curated type whose objects can be unmanaged', async () => {
    const {entries} = await loadCatalog()
    const creators = entries.filter(({object}) => object !== undefined).map(({type}) => type)
    expect(creators.filter((type) => !Object.hasOwn(importFormats, type))).toEqual([])
    expect(creators.length).toBeGreaterThan(90)
  })

  it('are there for parts of an object that are resources of their own', () => {
    expect(partTarget('AWS::IAM::Role', 'ci', 'ManagedPolicyArns', 'arn:aws:iam::aws:policy/ReadOnlyAccess')).toEqual({
      type: 'aws_iam_role_policy_attachment',
      id: 'ci/arn:aws:iam::aws:policy/ReadOnlyAccess',
      name: 'ci_ReadOnlyAccess',
      isProven: true,
    })
    expect(partTarget('AWS::IAM::Role', 'ci', 'Policies', {PolicyName: 'logs', PolicyDocument: {}})).toMatchObject({
      type: 'aws_iam_role_policy',
      id: 'ci:logs',
    })
    expect(partTarget('AWS::EC2::SecurityGroup', 'sg-1', 'SecurityGroupIngress', {FromPort: 22})).toBe('id-unknown')
  })

  it('of parts are of types that the catalogue knows', async () => {
    const {entries} = await loadCatalog()
    const types = new Set(entries.map(({type}) => type))
    const objects = new Set(entries.map(({objectType}) => objectType))
    for (const [key, {type}] of Object.entries(partFormats)) {
      expect(types, key).toContain(type)
      expect(objects, key).toContain(key.split(' ')[0])
    }
  })
})

function partTarget(objectType: string, id: string, path: string, after: Value) {
  return importTargetOf({code: 'unmanaged-child', path, after, subject: {objectType, id}, ...common})
}
