/**
 * What AWS takes: keys of one object, Unicode characters of a key and of a value.
 * https://docs.aws.amazon.com/tag-editor/latest/userguide/tagging.html
 */
export const awsLimits = {keys: 50, keyLength: 128, valueLength: 256} as const
