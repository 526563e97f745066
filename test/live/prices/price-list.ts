import {readFileSync} from 'node:fs'

import type {Filter, GetProductsCommandOutput} from '@aws-sdk/client-pricing'

interface Product {
  readonly serviceCode: string
  readonly product: {readonly productFamily: string; readonly attributes: Readonly<Record<string, string>>}
}

const {products} = JSON.parse(readFileSync('fixtures/prices/products.json', 'utf8')) as {
  readonly products: readonly Product[]
}

export interface Asked {
  readonly ServiceCode?: string
  readonly Filters?: readonly Filter[]
  readonly NextToken?: string
}

/** Answers as the Price List API does: what matches all filters, one a page. */
export function getProducts({
  ServiceCode,
  Filters = [],
  NextToken,
}: Asked): Omit<GetProductsCommandOutput, '$metadata'> {
  const fits = ({serviceCode, product: {productFamily, attributes}}: Product) =>
    serviceCode === ServiceCode &&
    Filters.every(({Field = '', Value}) => (Field === 'productFamily' ? productFamily : attributes[Field]) === Value)
  const texts = products.filter(fits).map((product) => JSON.stringify(product))
  const at = Number(NextToken ?? 0)
  return {
    FormatVersion: 'aws_v1',
    PriceList: texts.slice(at, at + 1),
    ...(at + 1 < texts.length && {NextToken: String(at + 1)}),
  }
}
