import {isMap, isScalar, isSeq, type Pair, parseDocument, type ParsedNode, type YAMLMap} from 'yaml'

import {Layout} from './layout.ts'
import {objectText} from './expression-edits.ts'
import type {TagSet, TagTarget} from '../../model/tag-fix.ts'
import {applyEdits, insertion, type TextEdit} from './text-edit.ts'

type JsonMap = YAMLMap.Parsed

/**
 * The same for JSON syntax (https://developer.hashicorp.com/terraform/language/syntax/json), of which the rest stays as it is. Parsed
 * as the YAML that it is: that parser knows positions.
 */
export function editJson(text: string, target: TagTarget, sets: readonly TagSet[]): string | undefined {
  const {contents, errors} = parseDocument(text, {uniqueKeys: false, logLevel: 'silent'})
  if (errors.length > 0 || !contents) return undefined
  const layout = new Layout(text)
  const edits =
    target.kind === 'resource'
      ? resourceEdits(contents, target, sets, layout)
      : providerEdits(contents, target, sets, layout)
  return edits && applyEdits(text, edits)
}

function resourceEdits(
  root: ParsedNode,
  {type, name}: Extract<TagTarget, {readonly kind: 'resource'}>,
  sets: readonly TagSet[],
  layout: Layout,
): readonly TextEdit[] | undefined {
  const [body, ...more] = bodiesAt(root, ['resource', type, name])
  if (!body || more.length > 0) return undefined
  return type === 'aws_autoscaling_group' ? groupEdits(body, sets, layout) : tagsEdits(body, sets, layout)
}

function providerEdits(
  root: ParsedNode,
  {name, alias}: Extract<TagTarget, {readonly kind: 'provider'}>,
  sets: readonly TagSet[],
  layout: Layout,
): readonly TextEdit[] | undefined {
  const body = bodiesAt(root, ['provider', name]).find((one) => textAt(one, 'alias') === alias)
  if (!body) return undefined
  const [defaults] = bodiesAt(body, ['default_tags'])
  if (defaults) return tagsEdits(defaults, sets, layout)
  return [member(body, 'default_tags', `{"tags": ${jsonObject(sets)}}`, layout)]
}

function tagsEdits(body: JsonMap, sets: readonly TagSet[], layout: Layout): readonly TextEdit[] | undefined {
  const value = pairOf(body, 'tags')?.value
  if (!value) return [member(body, 'tags', jsonObject(sets), layout)]
  const [start, end] = value.range
  if (isMap(value)) return sets.flatMap((set) => keyEdits(value, set, layout))
  if (!isScalar(value) || sets.some(({overwrites, renames}) => overwrites || renames !== undefined)) return undefined
  const text = value.value
  if (text === null) return [{start, end, text: jsonObject(sets)}]
  const [, expression] = (typeof text === 'string' && /^\$\{(.*)\}$/s.exec(text)) || []
  return expression === undefined
    ? undefined
    : [{start, end, text: JSON.stringify(`\${merge(${objectText(sets)}, ${expression})}`)}]
}

function keyEdits(map: JsonMap, {key, value, renames}: TagSet, layout: Layout): readonly TextEdit[] {
  const pair = pairOf(map, renames ?? key)
  if (!pair) return [member(map, key, jsonText(value), layout)]
  const node = renames === undefined ? pair.value : pair.key
  const [start, end] = node?.range ?? pair.key.range
  return [{start, end, text: renames === undefined ? jsonText(value) : JSON.stringify(key)}]
}

/** A group has a list of blocks, or one of them without a list around it. */
function groupEdits(body: JsonMap, sets: readonly TagSet[], layout: Layout): readonly TextEdit[] | undefined {
  if (sets.some(({renames, overwrites}) => renames !== undefined || overwrites)) return undefined
  const blocks = sets.map(
    ({key, value}) => `{"key": ${jsonText(key)}, "value": ${jsonText(value)}, "propagate_at_launch": true}`,
  )
  const present = pairOf(body, 'tag')?.value ?? pairOf(body, 'tags')?.value
  if (!present) return [member(body, 'tag', `[${blocks.join(', ')}]`, layout)]
  const [start, end] = present.range
  if (isMap(present)) return [insertion(start, '['), insertion(end, `, ${blocks.join(', ')}]`)]
  if (!isSeq<ParsedNode>(present)) return undefined
  const last = present.items.at(-1)
  if (!last) return [insertion(start + 1, blocks.join(', '))]
  return [insertion(last.range[1], `, ${blocks.join(', ')}`)]
}

/** One more member, on a line of its own where the last one has one. */
function member(map: JsonMap, key: string, value: string, layout: Layout): TextEdit {
  const text = `${JSON.stringify(key)}: ${value}`
  const last = map.items.at(-1)
  if (!last) return insertion(map.range[0] + 1, text)
  const end = (last.value ?? last.key).range[1]
  const start = last.key.range[0]
  const isSpread = layout.beginsLine(start)
  return insertion(end, isSpread ? `,${layout.newline}${layout.indentAt(start)}${text}` : `, ${text}`)
}

/** Bodies may stand in lists, and so may what leads to them. */
function bodiesAt(node: ParsedNode, [step, ...more]: readonly string[]): readonly JsonMap[] {
  if (isSeq<ParsedNode>(node))
    return node.items.flatMap((item) =>
      bodiesAt(
        item,
        [step, ...more].filter((one) => one !== undefined),
      ),
    )
  if (!isMap<ParsedNode, ParsedNode | null>(node)) return []
  if (step === undefined) return [node]
  return node.items
    .filter(({key}) => isScalar(key) && key.value === step)
    .flatMap(({value}) => (value ? bodiesAt(value, more) : []))
}

function pairOf(map: JsonMap, name: string): Pair<ParsedNode, ParsedNode | null> | undefined {
  return map.items.find(({key}) => isScalar(key) && key.value === name)
}

function textAt(map: JsonMap, name: string): string | undefined {
  const value = pairOf(map, name)?.value
  return isScalar(value) && typeof value.value === 'string' ? value.value : undefined
}

function jsonObject(sets: readonly TagSet[]): string {
  return `{${sets.map(({key, value}) => `${JSON.stringify(key)}: ${jsonText(value)}`).join(', ')}}`
}

/** Texts are templates in JSON syntax, too. */
function jsonText(text: string): string {
  return JSON.stringify(text.replaceAll(/[$%](?=\{)/g, (sign) => sign + sign))
}
