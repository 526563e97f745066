import {expect, test} from 'vitest'

import {actionElements} from '../../src/catalog/listener-actions.ts'
import {canonicalJson, Sensitive, Unknown} from '../../src/model/value.ts'

const elements = (blocks: Parameters<typeof actionElements>[0]) =>
  actionElements(blocks, 'DefaultActions', 'default_action')

test('a client secret neither gets into the element nor makes the rest of it secret', () => {
  const oidc = {client_id: 'platform', client_secret: Sensitive.of('canary'), issuer: 'https://idp.example.com'}
  const [action] = elements([{type: 'authenticate-oidc', order: 1, authenticate_oidc: [oidc]}]) ?? []
  expect(action?.element).toEqual({
    Type: 'authenticate-oidc',
    Order: 1,
    AuthenticateOidcConfig: {ClientId: 'platform', Issuer: 'https://idp.example.com'},
  })
})

test('what else is secret in an action stays so', () => {
  const [action] = elements([{type: 'fixed-response', fixed_response: [{message_body: Sensitive.of('canary')}]}]) ?? []
  expect(action?.element).toBeInstanceOf(Sensitive)
  expect(JSON.stringify(action)).not.toContain('canary')
})

test('actions without an order are numbered as they stand', () => {
  const actions = elements([{type: 'authenticate-cognito'}, {type: 'forward', target_group_arn: 'arn:tg/web'}])
  expect(actions?.map(({element}) => canonicalJson(element))).toEqual([
    '{"Order":1,"Type":"authenticate-cognito"}',
    '{"Order":2,"TargetGroupArn":"arn:tg/web","Type":"forward"}',
  ])
})

test('an action that is not known yet leaves all of them uncompared', () => {
  expect(elements([{type: 'forward', target_group_arn: new Unknown('known after apply')}])).toBeUndefined()
})
