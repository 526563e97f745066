import {isRecord, type Json} from '../../model/value.ts'
import {picked, recordsAt, said, textAt} from './document.ts'
import {pascalKeys} from './pascal.ts'
import type {JsonRecord, Projector} from './projector.ts'

const plain = ['DomainName', 'DomainNameServers', 'NetbiosNameServers', 'NetbiosNodeType', 'NtpServers']

/** Names of https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateDhcpOptions.html */
const names: Readonly<Record<string, string>> = {
  'domain-name': 'DomainName',
  'domain-name-servers': 'DomainNameServers',
  'netbios-name-servers': 'NetbiosNameServers',
  'netbios-node-type': 'NetbiosNodeType',
  'ntp-servers': 'NtpServers',
}

/** CloudFormation-shaped in AWS Config, but without lease times; a list of configurations in answers of EC2. */
export const ec2DhcpOptions: Projector = {
  objectType: 'AWS::EC2::DHCPOptions',
  sees: plain,
  project: ({resourceId, configuration}) => {
    const document = {...pascalKeys(configuration), ...described(configuration)}
    return {id: textAt(document, 'DhcpOptionsId') ?? resourceId, properties: picked(document, plain)}
  },
}

function described(options: JsonRecord): JsonRecord {
  const entries = recordsAt(options, 'dhcpConfigurations').map(({key, values}): [string, Json | undefined] => {
    const name = names[typeof key === 'string' ? key : ''] ?? ''
    const texts = Array.isArray(values)
      ? values.map((item: Json) => (isRecord(item) ? (item['value'] ?? null) : item))
      : []
    return [name, name.endsWith('Servers') ? texts : texts[0]]
  })
  return said(Object.fromEntries(entries.filter(([name]) => name !== '')))
}
