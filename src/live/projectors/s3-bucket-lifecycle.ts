import type {Json} from '../../model/value.ts'
import {filled, listed, recordAt, recordsAt, said} from './document.ts'
import type {JsonRecord} from './projector.ts'

export function lifecycleRules(document: JsonRecord): JsonRecord {
  return said({Rules: listed(recordsAt(document, 'rules').map(lifecycleRule))})
}

function lifecycleRule(rule: JsonRecord): JsonRecord {
  const abort = recordAt(rule, 'abortIncompleteMultipartUpload')
  return filled({
    Id: rule['id'],
    Status: rule['status'],
    Prefix: rule['prefix'],
    ...criteria(recordAt(recordAt(rule, 'filter'), 'predicate')),
    AbortIncompleteMultipartUpload: filled({DaysAfterInitiation: days(abort['daysAfterInitiation'])}),
    ExpirationDate: instant(rule['expirationDate']),
    ExpirationInDays: days(rule['expirationInDays']),
    ExpiredObjectDeleteMarker: rule['expiredObjectDeleteMarker'] === true ? true : undefined,
    NoncurrentVersionExpiration: noncurrentExpiration(rule),
    NoncurrentVersionTransitions: listed(recordsAt(rule, 'noncurrentVersionTransitions').map(noncurrentTransition)),
    Transitions: listed(recordsAt(rule, 'transitions').map(transition)),
  })
}

/**
 * The filter is a tree of predicates, of which only the `And` has children; CloudFormation puts the leaves beside each other. The
 * types are those of the Java SDK's package com.amazonaws.services.s3.model.lifecycle.
 */
function criteria(predicate: JsonRecord): JsonRecord {
  const leaves = predicate['type'] === 'LifecycleAndOperator' ? recordsAt(predicate, 'operands') : [predicate]
  const tags = leaves.map((leaf) => recordAt(leaf, 'tag')).filter(({key}) => key !== undefined)
  const others = leaves.map((leaf) =>
    said({
      Prefix: leaf['prefix'],
      ObjectSizeGreaterThan: leaf['objectSizeGreaterThan'],
      ObjectSizeLessThan: leaf['objectSizeLessThan'],
    }),
  )
  const filters = tags.map(({key, value}) => said({Key: key, Value: value}))
  return said({...Object.assign({}, ...others), TagFilters: listed(filters)})
}

function noncurrentExpiration(rule: JsonRecord): JsonRecord {
  const {noncurrentDays, newerNoncurrentVersions} = recordAt(rule, 'noncurrentVersionExpiration')
  return filled({
    NoncurrentDays: days(noncurrentDays) ?? days(rule['noncurrentVersionExpirationInDays']),
    NewerNoncurrentVersions: days(newerNoncurrentVersions),
  })
}

function noncurrentTransition(item: JsonRecord): JsonRecord {
  return said({
    StorageClass: item['storageClass'],
    TransitionInDays: days(item['days']),
    NewerNoncurrentVersions: days(item['newerNoncurrentVersions']),
  })
}

function transition(item: JsonRecord): JsonRecord {
  return said({
    StorageClass: item['storageClass'],
    TransitionDate: instant(item['date']),
    TransitionInDays: days(item['days']),
  })
}

/** -1 and 0 stand for a number that is not set. */
function days(value: Json | undefined): Json | undefined {
  return value === undefined || value === null || Number(value) <= 0 ? undefined : value
}

/** Config writes times as text or as milliseconds. */
function instant(value: Json | undefined): Json | undefined {
  return typeof value === 'number' ? new Date(value).toISOString() : value
}
