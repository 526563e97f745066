import type {TerraformType} from './entry.ts'

/** The same type under its older name (`aws_alb` of `aws_lb`); facts about the object stay with the name that is in use. */
export function aliasOf(entry: TerraformType, type: string): TerraformType {
  const {object: _, ...same} = entry
  return {...same, type}
}
