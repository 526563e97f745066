import {expect, test} from 'vitest'

import type {LiveObject} from '../../src/model/live.ts'
import {check} from '../catalog/check-fixture.ts'
import {loadFixture} from '../catalog/type-fixtures.ts'

const tagged = await loadFixture('aws_ec2_tag')
const elb = 'kubernetes.io/role/internal-elb'

function withTags(id: RegExp, change: (tags: Record<string, string>) => void): ReturnType<typeof check>['findings'] {
  const object = tagged.objects.find((each) => id.test(each.id)) as LiveObject
  const tags = {...object.tags}
  change(tags)
  return check(tagged, new Map([[object, {...object, tags}]])).findings
}

test('a tag with a resource of its own is compared there, whatever the object’s own resource recorded', () => {
  const findings = withTags(/^subnet-/, (tags) => {
    tags[elb] = '0'
  })
  expect(findings).toMatchObject([
    {code: 'drifted', path: `Tags.${elb}`, before: '1', after: '0', subject: {type: 'aws_ec2_tag'}},
  ])
})

test('a tag that is gone is drift of that resource', () => {
  const findings = withTags(/^subnet-/, (tags) => {
    delete tags[elb]
  })
  expect(findings).toMatchObject([{code: 'drifted', before: '1', after: undefined, subject: {type: 'aws_ec2_tag'}}])
})

test('other tags stay with the object, and are nobody’s where it is declared elsewhere', () => {
  expect(withTags(/^subnet-/, addOwner)).toMatchObject([
    {code: 'drifted-undeclared', path: 'Tags.Owner', subject: {type: 'aws_subnet'}},
  ])
  expect(withTags(/^vpc-/, addOwner)).toEqual([])
})

function addOwner(tags: Record<string, string>): void {
  tags['Owner'] = 'me'
}
