/**
 * List prices of us-east-1 that no machine-readable source under a free licence has, from AWS's pages of prices. They have not moved in
 * years; the date is that of the day on which they were last seen there.
 */
export const byHand = {
  region: 'us-east-1',
  currency: 'USD',
  asOf: '2026-02-24',
  /** https://aws.amazon.com/ebs/pricing/: a GB, an IOPS or a MiB/s for a month. */
  volumes: {
    gp2: {storage: '0.1'},
    gp3: {storage: '0.08', iops: '0.005', throughput: '0.04'},
    io1: {storage: '0.125', iops: '0.065'},
    io2: {storage: '0.125', iops: '0.065', 'iops-tier-2': '0.0455', 'iops-tier-3': '0.03185'},
    st1: {storage: '0.045'},
    sc1: {storage: '0.015'},
    standard: {storage: '0.05'},
  },
  /** https://aws.amazon.com/lambda/pricing/: the first tier; a GB-second, a request, a GB-second of /tmp beyond 512 MB. */
  functions: {
    x86_64: {duration: '0.0000166667', requests: '0.0000002', storage: '0.0000000309'},
    arm64: {duration: '0.0000133334', requests: '0.0000002', storage: '0.0000000309'},
  },
} as const
