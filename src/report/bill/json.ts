import type {GpuSpend} from '../../model/bill-report.ts'
import type {GpuSpendJson} from './schema.ts'

/** The published JSON of `trueup spend gpu`: the model as it is, `schemas/spend-gpu.schema.json`. */
export function gpuSpendJson(spend: GpuSpend): GpuSpendJson {
  return {schemaVersion: '1.0', ...spend}
}
