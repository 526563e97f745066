import {Decimal} from '../../../model/money.ts'
import type {SageMakerUse} from '../../../model/price.ts'
import type {ValueRecord} from '../../../model/value.ts'
import {nothing, type Charge, type CostModel, type CostSetting} from '../cost-model.ts'
import {isOn, numberOf, textOf} from '../property.ts'
import {recordsOf} from './machines.ts'

const one = new Decimal(1)

/** Paid while it is in service: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeNotebookInstance.html */
export const notebookInstance: CostModel = {
  objectType: 'AWS::SageMaker::NotebookInstance',
  properties: ['InstanceType'],
  charges(properties) {
    const status = textOf(properties, 'NotebookInstanceStatus')
    if (status !== undefined && !['InService', 'Updating'].includes(status)) return nothing
    const instanceType = textOf(properties, 'InstanceType')
    if (instanceType === undefined) return {unknown: 'value', what: 'instance type'}
    const notes = status === undefined ? (['if-running'] as const) : []
    return {charges: [hours('Notebook', instanceType, one)], notes}
  },
}

/** As many machines as serve each variant now; which those are, its configuration says. Serverless variants have none. */
export const endpoint: CostModel = {
  objectType: 'AWS::SageMaker::Endpoint',
  properties: ['EndpointConfigName', 'ProductionVariants'],
  charges(properties, setting) {
    const name = textOf(properties, 'EndpointConfigName')
    const variants = variantsOf(name, setting)
    if (!variants) return {unknown: 'value', what: `machines of endpoint configuration ${name ?? ''}`.trim()}
    const running = recordsOf(properties['ProductionVariants'])
    const charges: Charge[] = []
    for (const variant of variants) {
      const instanceType = textOf(variant, 'InstanceType')
      if (instanceType === undefined) continue
      const now = running.find((each) => textOf(each, 'VariantName') === textOf(variant, 'VariantName'))
      const count = (now && numberOf(now, 'CurrentInstanceCount')) ?? numberOf(variant, 'InitialInstanceCount')
      if (count === undefined) return {unknown: 'value', what: 'number of instances of a variant'}
      charges.push(hours('Hosting', instanceType, count))
    }
    return {charges}
  },
}

function variantsOf(name: string | undefined, setting: CostSetting): readonly ValueRecord[] | undefined {
  const found = setting
    .all('AWS::SageMaker::EndpointConfig')
    .find(({properties}) => textOf(properties, 'EndpointConfigName') === name)
  return found && recordsOf(found.properties['ProductionVariants'])
}

/** Studio: paid while the app is in service; the server of the domain itself (`system`) is free. */
export const studioApp: CostModel = {
  objectType: 'AWS::SageMaker::App',
  properties: ['ResourceSpec'],
  charges(properties) {
    const status = textOf(properties, 'Status')
    const instanceType = textOf(properties, 'ResourceSpec.InstanceType')
    if (status !== undefined && status !== 'InService') return nothing
    if (instanceType === undefined || instanceType === 'system') return nothing
    return {charges: [hours('Studio-Notebook', instanceType, one)]}
  },
}

/** HyperPod: the machines that each instance group has now. */
export const hyperPodCluster: CostModel = {
  objectType: 'AWS::SageMaker::Cluster',
  properties: ['InstanceGroups'],
  charges(properties) {
    const charges: Charge[] = []
    for (const group of recordsOf(properties['InstanceGroups'])) {
      const instanceType = textOf(group, 'InstanceType')
      const count = numberOf(group, 'CurrentCount') ?? numberOf(group, 'InstanceCount')
      if (instanceType === undefined || count === undefined)
        return {unknown: 'value', what: 'machines of an instance group'}
      charges.push(hours('Cluster', instanceType, count))
    }
    return {charges}
  },
}

/** Jobs that run, each with one type of machines, or groups of several. */
export const trainingJob: CostModel = {
  objectType: 'AWS::SageMaker::TrainingJob',
  properties: ['ResourceConfig'],
  charges: (properties) => ({
    charges: jobCharges('Training', properties['ResourceConfig']),
    ...(isOn(properties, 'EnableManagedSpotTraining') && {notes: ['spot']}),
  }),
}

function jobCharges(use: SageMakerUse, config: ValueRecord[string] | undefined): readonly Charge[] {
  const [record] = recordsOf([config ?? null])
  if (!record) return []
  const groups = recordsOf(record['InstanceGroups'])
  return (groups.length > 0 ? groups : [record]).flatMap((group) => {
    const instanceType = textOf(group, 'InstanceType')
    const count = numberOf(group, 'InstanceCount')
    return instanceType === undefined || count === undefined ? [] : [hours(use, instanceType, count)]
  })
}

function hours(use: SageMakerUse, instanceType: string, count: Decimal): Charge {
  return {thing: {of: 'sagemaker', instanceType, use}, quantity: count}
}
