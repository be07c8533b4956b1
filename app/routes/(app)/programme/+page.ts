// Who reads a programme's report need not have a business.
export const load = () => ({ needsNoBusiness: true as const });
