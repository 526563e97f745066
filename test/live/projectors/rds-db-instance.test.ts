import {describe, expect, it} from 'vitest'

import {rdsDbInstance} from '../../../src/live/projectors/rds-db-instance.ts'
import type {JsonRecord} from '../../../src/live/projectors/projector.ts'

const project = (configuration: JsonRecord) =>
  rdsDbInstance.project({resourceId: 'db-ABC', resourceName: 'Orders', configuration, supplementary: {}})

describe('an instance in a document', () => {
  it.each([
    [{dBInstanceIdentifier: 'orders', dBInstanceClass: 'db.t4g.micro', multiAZ: true}],
    [{dbInstanceIdentifier: 'orders', dbInstanceClass: 'db.t4g.micro', multiAz: true}],
    [{DBInstanceIdentifier: 'orders', DBInstanceClass: 'db.t4g.micro', MultiAZ: true}],
  ])('is read however its names are spelled: %j', (configuration) => {
    const {id, properties} = project(configuration)
    expect({id, ...properties}).toMatchObject({id: 'orders', DBInstanceClass: 'db.t4g.micro', MultiAZ: true})
  })

  it('is named by the name of the item where the document does not say, in lower case', () => {
    expect(project({}).id).toBe('orders')
  })

  it('has the security groups and the option group that stay', () => {
    const {properties} = project({
      vpcSecurityGroups: [
        {vpcSecurityGroupId: 'sg-1', status: 'active'},
        {vpcSecurityGroupId: 'sg-2', status: 'removing'},
        {vpcSecurityGroupId: 'sg-3', status: 'adding'},
      ],
      optionGroupMemberships: [
        {optionGroupName: 'old', status: 'pending-maintenance-removal'},
        {optionGroupName: 'new', status: 'in-sync'},
      ],
    })
    expect(properties).toMatchObject({VPCSecurityGroups: ['sg-1', 'sg-3'], OptionGroupName: 'new'})
  })

  it.each([
    ['of its endpoint', {endpoint: {port: 5432}, dbInstancePort: 0}, 5432],
    ['of its own, where there is no endpoint', {dbInstancePort: 3306}, 3306],
    ['of none, while it is being created', {dbInstancePort: 0}, undefined],
  ])('has the port %s', (_, configuration, port) => expect(project(configuration).properties['Port']).toBe(port))

  it('does not show what Config may not have recorded', () => {
    expect(project({storageThroughput: 0}).unseen).toContain('NetworkType')
    expect(project({storageThroughput: 0}).unseen).not.toContain('StorageThroughput')
  })

  it('is on its way out while it is deleted', () => {
    expect(project({dBInstanceStatus: 'deleting'}).deleting).toBe('deleting')
    expect(project({dBInstanceStatus: 'available'}).deleting).toBeUndefined()
  })
})
