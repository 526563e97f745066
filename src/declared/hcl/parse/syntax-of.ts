/** The same text means different things in a `.tf`, a `.tf.json`, a `.tfvars` and a `.tfvars.json` file. */
export function syntaxOf(file: string): string {
  return /(?:\.tfvars)?(?:\.json)?$/.exec(file)?.[0] ?? ''
}
