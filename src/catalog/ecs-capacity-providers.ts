import type {BlockRule, CompareRule} from './entry.ts'

/** Declared by the cluster itself (until provider 4) or by a resource beside it. */
export const capacityProviders: CompareRule = {to: 'CapacityProviders', as: 'set'}

export const providerStrategy: BlockRule = strategyAt('DefaultCapacityProviderStrategy')

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html */
export function strategyAt(to: string): BlockRule {
  return {
    to,
    block: 'set',
    key: ['CapacityProvider'],
    of: {
      base: {to: 'Base', default: 0},
      capacity_provider: {to: 'CapacityProvider'},
      weight: {to: 'Weight', default: 0},
    },
  }
}
