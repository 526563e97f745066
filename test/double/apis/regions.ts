import type {ListRegionsRequest} from '@aws-sdk/client-account'
import type {DescribeRegionsRequest} from '@aws-sdk/client-ec2'

import {apisOf, page, type Api, type Context} from './api.ts'

/** Of the public partition; nobody switched these on. */
const off = ['af-south-1', 'ap-east-1', 'ap-southeast-4', 'eu-south-1', 'eu-south-2', 'il-central-1', 'me-south-1']

function regionsIn({world, account, partition}: Context): readonly {readonly name: string; readonly isOn: boolean}[] {
  const on = world.accounts.find(({id}) => id === account)?.regions ?? world.regions
  const others = [...(partition === 'aws' ? off : []), ...world.regions].filter((name) => !on.includes(name))
  return [...on.map((name) => ({name, isOn: true})), ...others.map((name) => ({name, isOn: false}))]
}

/** A few at a time: there is nothing to follow where all are on one page. */
const mostShown = 3

const listRegions: Api<ListRegionsRequest> = ({MaxResults: size = 50, NextToken: token}, context) => {
  const regions = regionsIn(context)
  const {indices, next} = page(regions.length, token, Math.min(size, mostShown))
  const Regions = regions
    .slice(indices[0], (indices.at(-1) ?? -1) + 1)
    .map(({name, isOn}) => ({RegionName: name, RegionOptStatus: isOn ? 'ENABLED' : 'DISABLED'}))
  return {Regions, ...(next && {NextToken: next})}
}

const describeRegions: Api<DescribeRegionsRequest> = ({AllRegions: all = false}, context) => ({
  Regions: regionsIn(context)
    .filter(({isOn}) => all || isOn)
    .map(({name, isOn}) => ({
      RegionName: name,
      Endpoint: `ec2.${name}.amazonaws.com${context.partition === 'aws-cn' ? '.cn' : ''}`,
      OptInStatus: isOn ? 'opted-in' : 'not-opted-in',
    })),
})

export const regions = {
  ...apisOf('account', {ListRegions: listRegions}),
  ...apisOf('ec2', {DescribeRegions: describeRegions}),
}
