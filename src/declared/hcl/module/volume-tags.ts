import {Unknown} from '../../../model/value.ts'
import {isList, isObject, type LanguageObject, type LanguageValue} from '../language-value.ts'
import {asTags, effectiveTags} from './effective-tags.ts'

/** Blocks of an aws_instance that have tags of their own. */
export const blockDevices: readonly string[] = ['root_block_device', 'ebs_block_device']

/**
 * `tags_all` of the block devices of an instance. Since 5.39 the AWS provider merges its default tags into them, and into `volume_tags`,
 * which replace them: then it records no tags of single volumes. https://github.com/hashicorp/terraform-provider-aws/pull/33769
 */
export function withVolumeTags(instance: LanguageObject, provider: LanguageObject): LanguageObject {
  const {volume_tags: shared} = instance
  if (shared !== undefined && !(shared instanceof Unknown) && !isEmptyMap(shared)) return instance
  const tagged = blockDevices.flatMap((name) => {
    const blocks = instance[name]
    return blocks !== undefined && isList(blocks)
      ? [[name, blocks.map((block) => withTagsAll(block, shared, provider))] as const]
      : []
  })
  return {...instance, ...Object.fromEntries(tagged)}
}

function isEmptyMap(value: LanguageValue): boolean {
  return isObject(value) && Object.keys(value).length === 0
}

function withTagsAll(block: LanguageValue, shared: LanguageValue | undefined, provider: LanguageObject): LanguageValue {
  if (!isObject(block)) return block
  const {tags} = block
  return {
    ...block,
    ...(tags === undefined ? {} : {tags: asTags(tags)}),
    tags_all: shared instanceof Unknown ? shared : effectiveTags(tags, provider),
  }
}
