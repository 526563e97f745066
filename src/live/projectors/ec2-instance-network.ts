import {recordAt, recordsAt, said, stateAt, textAt} from './document.ts'
import type {JsonRecord} from './projector.ts'

/** The interface with device index 0 on the first network card; empty while an instance is shut down. */
export function primaryInterface(instance: JsonRecord): JsonRecord {
  const interfaces = recordsAt(instance, 'networkInterfaces')
  return interfaces.find((each) => deviceIndex(each) === 0 && cardIndex(each) === 0) ?? {}
}

export function interfacesOf(instance: JsonRecord): readonly JsonRecord[] {
  return recordsAt(instance, 'networkInterfaces').map((each) =>
    said({
      NetworkInterfaceId: each['networkInterfaceId'],
      DeviceIndex: deviceIndex(each),
      NetworkCardIndex: cardIndex(each),
      DeleteOnTermination: recordAt(each, 'attachment')['deleteOnTermination'],
    }),
  )
}

/**
 * Whether the instance was given a public address of Amazon's pool. Undefined where that cannot be told: an elastic address hides it, and
 * a stopped instance has none (https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-instance-addressing.html).
 */
export function publicAddress(instance: JsonRecord): boolean | undefined {
  const association = recordAt(primaryInterface(instance), 'association')
  const owner = textAt(association, 'ipOwnerId')
  if (owner !== undefined) return owner === 'amazon' ? true : undefined
  return stateAt(instance, 'state') === 'running' ? false : undefined
}

function deviceIndex(each: JsonRecord): number {
  return Number(recordAt(each, 'attachment')['deviceIndex'] ?? 0)
}

function cardIndex(each: JsonRecord): number {
  return Number(recordAt(each, 'attachment')['networkCardIndex'] ?? 0)
}
