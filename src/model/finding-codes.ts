import type {FindingCode} from './finding.ts'

/** Every code, as one is needed at run time; one that `FindingDetail` has and this has not does not compile. */
const all: Readonly<Record<FindingCode, true>> = {
  drifted: true,
  'drifted-undeclared': true,
  controlled: true,
  unapplied: true,
  'stale-state': true,
  conflict: true,
  'not-applied': true,
  'not-configured': true,
  missing: true,
  'terraform-drift': true,
  'terraform-missing': true,
  unmanaged: true,
  'unmanaged-child': true,
  'owned-elsewhere': true,
  'duplicate-owner': true,
  'tag-missing': true,
  'tag-value-invalid': true,
  'tag-key-invalid': true,
  'tag-exemption-expired': true,
  'tag-key-not-billed': true,
  'accelerator-unowned': true,
  'accelerator-idle': true,
  'reservation-unused': true,
  'ignore-expired': true,
  'ignore-unused': true,
}

export const findingCodes = Object.keys(all) as readonly FindingCode[]
