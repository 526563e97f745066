/** A resource instance address as Terraform prints it: `module.net["a"].aws_subnet.private[0]`. */
export type Address = string & {readonly __brand?: 'Address'}

export interface AddressParts {
  /** `module.a["x"].module.b`, or empty for the root module. */
  readonly module: string | undefined
  readonly mode: 'managed' | 'data'
  readonly type: string
  readonly name: string
  /** The `count` or `for_each` key. */
  readonly key: string | number | undefined
}

export function formatAddress({module, mode, type, name, key}: AddressParts): Address {
  return `${module ? `${module}.` : ''}${mode === 'data' ? 'data.' : ''}${type}.${name}${formatKey(key)}`
}

/** `[0]` and `["key"]`, quoted the way Terraform quotes it (HCL string escapes, `${` and `%{` doubled). */
export function formatKey(key: string | number | undefined): string {
  if (key === undefined) return ''
  return typeof key === 'number' ? `[${key}]` : `["${escape(key)}"]`
}

const escapes: Record<string, string> = {'\n': '\\n', '\r': '\\r', '\t': '\\t', '"': '\\"', '\\': '\\\\'}

function escape(text: string): string {
  return text
    .replaceAll(/[\n\r\t"\\]/g, (character) => escapes[character] ?? character)
    .replaceAll(/([$%])\{/g, '$1$1{')
}
