import type {GpuSpend, UntaggedSpend} from '../../model/bill-report.ts'
import type {UnitSpend} from '../../model/unit-spend.ts'
import type {GpuSpendJson, UnitSpendJson, UntaggedSpendJson} from './schema.ts'

/** The published JSON of `trueup spend gpu`: the model as it is, `schemas/spend-gpu.schema.json`. */
export function gpuSpendJson(spend: GpuSpend): GpuSpendJson {
  return {schemaVersion: '1.0', ...spend}
}

/** The published JSON of `trueup spend untagged`: `schemas/spend-untagged.schema.json`. */
export function untaggedSpendJson(spend: UntaggedSpend): UntaggedSpendJson {
  return {schemaVersion: '1.0', ...spend}
}

/** The published JSON of `trueup spend unit`: `schemas/spend-unit.schema.json`. */
export function unitSpendJson(spend: UnitSpend): UnitSpendJson {
  return {schemaVersion: '1.0', ...spend}
}
