// A person's own data is theirs with no business too: who has closed the last one may still go.
export const load = () => ({ needsNoBusiness: true as const });
