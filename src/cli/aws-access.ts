import type {LiveRequest} from '../pipeline/live.ts'

type Access = Pick<Extract<LiveRequest, {readonly kind: 'aws'}>, 'profile' | 'roles' | 'externalId'>

interface AccessFlags {
  readonly profile?: string | undefined
  readonly role?: readonly string[] | undefined
  readonly 'external-id'?: string | undefined
}

/** How to get into accounts, as the flags of `liveFlags` say. */
export function accessOf({profile, role, 'external-id': externalId}: AccessFlags): Access {
  return {
    ...(profile === undefined ? {} : {profile}),
    ...(role === undefined ? {} : {roles: role}),
    ...(externalId === undefined ? {} : {externalId}),
  }
}
