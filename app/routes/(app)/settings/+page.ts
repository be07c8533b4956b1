// A person's own settings are theirs with no business too.
export const load = () => ({ needsNoBusiness: true as const });
