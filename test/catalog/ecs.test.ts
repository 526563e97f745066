import {describe, expect, it} from 'vitest'

import {serviceId} from '../../src/catalog/ecs-service-id.ts'
import {isRecord, type Value, type ValueRecord} from '../../src/model/value.ts'
import {findingsAfter, withElement} from './changed-fixture.ts'
import {check} from './check-fixture.ts'
import {loadFixture} from './type-fixtures.ts'

const place = 'arn:aws:ecs:eu-central-1:123456789012'

describe('the identifier of a service', () => {
  it.each([
    [`${place}:service/shop/web`, 'shop', 'shop'],
    [`${place}:service/shop/web`, `${place}:cluster/shop`, 'shop'],
    [`${place}:service/web`, `${place}:cluster/old`, 'old'],
    [`${place}:service/web`, 'old', 'old'],
    [`${place}:service/web`, undefined, 'default'],
  ])('%s in %s', (arn, cluster, name) => {
    expect(serviceId(arn, cluster)).toBe(`${arn}|${place}:cluster/${name}`)
  })

  it('needs an ARN', () => expect(serviceId('web', 'shop')).toBeUndefined())
})

const taskDefinitions = await loadFixture('aws_ecs_task_definition')
const revision = `${place}:task-definition/shop:14`

describe('a container', () => {
  it('is named by the path of what changed in it', () => {
    expect(findingsAfter(taskDefinitions, revision, inContainer('web', {Image: 'nginx', Cpu: 256}))).toEqual([
      'drifted aws_ecs_task_definition.shop ContainerDefinitions[Name=web].Image',
      'drifted aws_ecs_task_definition.shop ContainerDefinitions[Name=web].Cpu',
    ])
  })

  it('keeps its environment to itself', () => {
    const change = inContainer('web', {Environment: [{Name: 'DB_PASSWORD', Value: 'a-new-secret'}]})
    const replaced = taskDefinitions.objects
      .filter(({id}) => id === revision)
      .map((object) => [object, {...object, properties: change(object.properties)}] as const)
    const {findings} = check(taskDefinitions, new Map(replaced))
    expect(findings).toHaveLength(1)
    expect(JSON.stringify(findings)).not.toMatch(/secret"|not-so|a-new/)
  })

  it('that nobody declared is drift', () => {
    expect(findingsAfter(taskDefinitions, revision, withElement(['ContainerDefinitions'], {Name: 'miner'}))).toEqual([
      'drifted-undeclared aws_ecs_task_definition.shop ContainerDefinitions',
    ])
  })
})

function inContainer(name: string, members: ValueRecord) {
  return (properties: ValueRecord): ValueRecord => {
    const containers = properties['ContainerDefinitions'] as readonly Value[]
    const changed = containers.map((item) => (isRecord(item) && item['Name'] === name ? {...item, ...members} : item))
    return {...properties, ContainerDefinitions: changed}
  }
}
