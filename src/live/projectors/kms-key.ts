import {documentAt, said, textAt, unseenOf} from './document.ts'
import type {JsonRecord, Projector} from './projector.ts'

/**
 * The key metadata of DescribeKey (https://docs.aws.amazon.com/kms/latest/APIReference/API_KeyMetadata.html); the policy and whether
 * the key material rotates are in the supplementary configuration. Config does not know the period of the rotation.
 */
export const kmsKey: Projector = {
  objectType: 'AWS::KMS::Key',
  sees: [
    'CustomKeyStoreId',
    'Description',
    'EnableKeyRotation',
    'Enabled',
    'KeyPolicy',
    'KeySpec',
    'KeyUsage',
    'MultiRegion',
    'Origin',
  ],
  project({resourceId, configuration, supplementary}) {
    const properties = said({
      CustomKeyStoreId: configuration['customKeyStoreId'],
      Description: configuration['description'],
      EnableKeyRotation: supplementary['KeyRotationStatus'],
      Enabled: configuration['enabled'],
      // AWS or the customer: keys of AWS services (alias/aws/...) belong to nobody's Terraform. No property of CloudFormation.
      KeyManager: configuration['keyManager'],
      KeyPolicy: documentAt(supplementary, 'Policy'),
      // Items from before October 2021 know the spec by its former name alone.
      KeySpec: configuration['keySpec'] ?? configuration['customerMasterKeySpec'],
      KeyUsage: configuration['keyUsage'],
      MultiRegion: configuration['multiRegion'],
      Origin: configuration['origin'],
    })
    return {
      id: textAt(configuration, 'keyId') ?? resourceId,
      ...deletion(configuration),
      properties,
      // A key policy may deny Config's role to read the policy or the rotation.
      ...unseenOf(properties, ['EnableKeyRotation', 'KeyPolicy', 'MultiRegion']),
    }
  },
}

/** https://docs.aws.amazon.com/kms/latest/developerguide/key-state.html */
function deletion(key: JsonRecord): {readonly deleting?: string} {
  const state = textAt(key, 'keyState')
  return state === 'PendingDeletion' || state === 'PendingReplicaDeletion' ? {deleting: state} : {}
}
