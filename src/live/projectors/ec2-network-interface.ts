import {filled, listed, picked, recordAt, recordsAt, said, textAt, unseenOf} from './document.ts'
import {pascal, pascalKeys} from './pascal.ts'
import type {JsonRecord, Projector} from './projector.ts'

const plain = ['Description', 'PrivateIpAddress', 'RequesterManaged', 'SourceDestCheck', 'SubnetId']
const attachment = ['DeviceIndex', 'InstanceId', 'NetworkCardIndex']
/** Not in items from before AWS introduced it. */
const perhaps = ['InterfaceType']

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_NetworkInterface.html */
export const ec2NetworkInterface: Projector = {
  objectType: 'AWS::EC2::NetworkInterface',
  sees: [
    ...plain,
    ...perhaps,
    'Attachment',
    'GroupSet',
    'Ipv4Prefixes',
    'Ipv6Addresses',
    'Ipv6Prefixes',
    'SecondaryPrivateIpAddresses',
  ],
  project: ({resourceId, configuration}) => {
    const properties = propertiesOf(configuration)
    return {id: textAt(configuration, 'networkInterfaceId') ?? resourceId, ...unseenOf(properties, perhaps), properties}
  },
}

function propertiesOf(document: JsonRecord): JsonRecord {
  const attached = filled(picked(pascalKeys(recordAt(document, 'attachment')), attachment))
  const secondary = recordsAt(document, 'privateIpAddresses').filter(({primary}) => primary !== true)
  return said({
    ...picked(pascalKeys(document), [...plain, ...perhaps]),
    Attachment: attached['InstanceId'] === undefined ? undefined : attached,
    GroupSet: listed(recordsAt(document, 'groups').flatMap((group) => textAt(group, 'groupId') ?? [])),
    Ipv4Prefixes: only(document, 'ipv4Prefixes', 'Ipv4Prefix'),
    Ipv6Addresses: only(document, 'ipv6Addresses', 'Ipv6Address'),
    Ipv6Prefixes: only(document, 'ipv6Prefixes', 'Ipv6Prefix'),
    SecondaryPrivateIpAddresses: listed(secondary.flatMap((address) => textAt(address, 'privateIpAddress') ?? [])),
  })
}

function only(document: JsonRecord, key: string, member: string): readonly JsonRecord[] | undefined {
  return listed(recordsAt(document, key).map((record) => picked(pascal(record) as JsonRecord, [member])))
}
