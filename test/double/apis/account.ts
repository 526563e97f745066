import type {ListRegionsRequest} from '@aws-sdk/client-account'

import {alwaysOnRegions} from '../../../src/model/region-names.ts'
import {apisOf, page, type Api} from './api.ts'

/** Opened after the SDK was released. */
export const newRegion = 'eu-northeast-7'

const regions = [
  ...alwaysOnRegions.map((RegionName) => ({RegionName, RegionOptStatus: 'ENABLED_BY_DEFAULT'})),
  {RegionName: newRegion, RegionOptStatus: 'ENABLED'},
]

const listRegions: Api<ListRegionsRequest> = ({NextToken: token, MaxResults: size = 20}) => {
  const {indices, next} = page(regions.length, token, Math.min(size, 50))
  return {Regions: indices.map((index) => regions[index]), ...(next === undefined ? {} : {NextToken: next})}
}

export const account = apisOf('account', {ListRegions: listRegions})
