import {expect, it} from 'vitest'

import {check} from '../catalog/check-fixture.ts'
import {loadFixture} from '../catalog/type-fixtures.ts'

const fixture = await loadFixture('aws_ecs_task_definition')
const declared = fixture.objects.find(({id}) => id.endsWith('task-definition/shop:14'))!

it.each([
  ['shop:13', {code: 'owned-elsewhere', ownedBy: 'aws_ecs_task_definition.shop'}],
  ['shop:15', {code: 'owned-elsewhere', ownedBy: 'aws_ecs_task_definition.shop'}],
  ['shopping:1', {code: 'unmanaged'}],
])('%s, which no state declares, is %j', (revision, expected) => {
  const other = {...declared, id: declared.id.replace('shop:14', revision)}
  const {findings} = check({...fixture, objects: [...fixture.objects, other]})
  expect(findings).toMatchObject([expected])
})
