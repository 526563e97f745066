/** `1,204`. */
export function countText(count: number): string {
  return count.toLocaleString('en-US')
}

/** `1 gap`, `3 gaps`; `some` where the plural is not made with an s. */
export function counted(count: number, one: string, some = `${one}s`): string {
  return `${countText(count)} ${count === 1 ? one : some}`
}
