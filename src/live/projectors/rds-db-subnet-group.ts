import {recordsAt, said, textAt} from './document.ts'
import {folded} from './folded.ts'
import type {Projector} from './projector.ts'

/** https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBSubnetGroup.html */
export const rdsDbSubnetGroup: Projector = {
  objectType: 'AWS::RDS::DBSubnetGroup',
  sees: ['DBSubnetGroupDescription', 'DBSubnetGroupName', 'SubnetIds'],
  project({resourceId, configuration}) {
    const group = folded(configuration)
    const name = textAt(group, 'dbsubnetgroupname') ?? resourceId
    const properties = said({
      DBSubnetGroupDescription: group['dbsubnetgroupdescription'],
      DBSubnetGroupName: name,
      SubnetIds: recordsAt(group, 'subnets').map(({subnetIdentifier}) => subnetIdentifier ?? null),
    })
    return {id: name.toLowerCase(), properties}
  },
}
