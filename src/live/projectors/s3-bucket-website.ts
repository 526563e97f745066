import {filled, listed, recordAt, recordsAt, said} from './document.ts'
import type {JsonRecord} from './projector.ts'

export function website(document: JsonRecord): JsonRecord {
  return filled({
    ErrorDocument: document['errorDocument'],
    IndexDocument: document['indexDocumentSuffix'],
    RedirectAllRequestsTo: redirect(recordAt(document, 'redirectAllRequestsTo')),
    RoutingRules: listed(recordsAt(document, 'routingRules').map(routingRule)),
  })
}

function routingRule(rule: JsonRecord): JsonRecord {
  const condition = recordAt(rule, 'condition')
  return filled({
    RedirectRule: redirect(recordAt(rule, 'redirect')),
    RoutingRuleCondition: said({
      HttpErrorCodeReturnedEquals: condition['httpErrorCodeReturnedEquals'],
      KeyPrefixEquals: condition['keyPrefixEquals'],
    }),
  })
}

function redirect(rule: JsonRecord): JsonRecord {
  return said({
    HostName: rule['hostName'],
    HttpRedirectCode: rule['httpRedirectCode'],
    Protocol: rule['protocol'],
    ReplaceKeyPrefixWith: rule['replaceKeyPrefixWith'],
    ReplaceKeyWith: rule['replaceKeyWith'],
  })
}
