/**
 * An output that is in the words of its JSON protocol already: the SDK's serializer would write the same
 * (`test/double/written.test.ts`), but at a price for each object, which the machine that a benchmark measures would pay.
 */
export class Written {
  readonly json: string

  constructor(json: string) {
    this.json = json
  }
}

/** A list in JSON of what is there of its items. */
export function listed(items: readonly (string | undefined)[]): string {
  // Not joined: that would copy each of them once more.
  let text = ''
  for (const item of items) if (item !== undefined) text += (text === '' ? '' : ',') + item
  return `[${text}]`
}
