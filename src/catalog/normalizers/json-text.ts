import type {Json} from '../../model/value.ts'

/**
 * The document inside a text: plain JSON, or URL-encoded JSON as the IAM API and AWS Config deliver policies
 * (https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRolePolicy.html). A value that is no text, or a text that holds no
 * JSON, is the document itself.
 */
export function parseDocument(value: Json): Json {
  if (typeof value !== 'string') return value
  const text = value.trim()
  return parse(text) ?? parse(decoded(text)) ?? text
}

function parse(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json
  } catch {
    return undefined
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
