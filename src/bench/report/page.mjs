export const page = (r) => JSON.stringify(r);
export const printed = (r) => JSON.stringify(r.contestants.map(({name,perSecond,p50,p99,cpu,cpuOfPostgres,memory})=>({name,perSecond,p50,p99,cpu,cpuOfPostgres,memory})), null, 1);
