import {isArray, isRecord, Sensitive, type Json, type Value} from '../model/value.ts'
import {blocksOf} from './blocks.ts'
import type {ProjectedElement} from './entry.ts'
import {pascalCase} from './pascal-case.ts'
import {plainOf} from './plain-value.ts'

type Members = {readonly [member: string]: Json}

/** Blocks of an action with the members that hold them. */
const configs = {
  authenticate_cognito: 'AuthenticateCognitoConfig',
  authenticate_oidc: 'AuthenticateOidcConfig',
  fixed_response: 'FixedResponseConfig',
  forward: 'ForwardConfig',
  jwt_validation: 'JwtValidationConfig',
  redirect: 'RedirectConfig',
} as const

/** The actions of `default_action` or `action` blocks, each an element whose `Order` says which it is. */
export function actionElements(
  blocks: Value | undefined,
  path: string,
  attribute: string,
): readonly ProjectedElement[] | undefined {
  if (blocks === undefined) return undefined
  const plain = blocksOf(blocks).map((block) => plainOf(withoutSecret(block)))
  if (plain.includes(undefined)) return undefined
  return plain.flatMap((action, index) => {
    if (!isRecord(action?.value)) return []
    const element = actionOf(action.value, index)
    return [
      {path, element: action.secret ? Sensitive.of(element) : element, attribute, as: 'listenerAction', key: ['Order']},
    ]
  })
}

function withoutSecret(block: {readonly [name: string]: Value}): Value {
  if (!('authenticate_oidc' in block)) return block
  const shown = blocksOf(block['authenticate_oidc']).map((oidc) =>
    Object.fromEntries(Object.entries(oidc).filter(([name]) => name !== 'client_secret')),
  )
  return {...block, authenticate_oidc: shown}
}

function actionOf(block: Members, index: number): Members {
  const nested = Object.entries(configs).flatMap(([name, config]): [string, Json][] => {
    const [inner] = recordsOf(block[name])
    return inner === undefined ? [] : [[config, name === 'forward' ? forwardOf(inner) : configOf(inner)]]
  })
  const {target_group_arn: group} = block
  return {
    Type: block['type'] ?? null,
    Order: Number(block['order'] ?? 0) || index + 1,
    ...(typeof group === 'string' && group !== '' ? {TargetGroupArn: group} : {}),
    ...Object.fromEntries(nested),
  }
}

function configOf(block: Members): Members {
  return Object.fromEntries(
    Object.entries(block).map(([name, value]) => {
      return name === 'additional_claim'
        ? ['AdditionalClaims', recordsOf(value).map(configOf)]
        : [pascalCase(name), value]
    }),
  )
}

function forwardOf(block: Members): Members {
  const [stickiness] = recordsOf(block['stickiness'])
  const groups = recordsOf(block['target_group']).map((group) => ({
    TargetGroupArn: group['arn'] ?? null,
    Weight: group['weight'] ?? null,
  }))
  return {
    TargetGroups: groups,
    ...(stickiness
      ? {
          TargetGroupStickinessConfig: {
            Enabled: stickiness['enabled'] ?? null,
            DurationSeconds: stickiness['duration'] ?? null,
          },
        }
      : {}),
  }
}

function recordsOf(value: Json | undefined): readonly Members[] {
  const items = isArray(value) ? value : [value ?? null]
  return items.filter((item): item is Members => isRecord(item))
}
