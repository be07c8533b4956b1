// What the roles of a tenant are called.
import { m } from '$paraglide/messages';

const names: Record<string, () => string> = { owner: m.role_owner, admin: m.role_admin, staff: m.role_staff, external: m.role_external };

/** @param role owner, admin, staff or external */
export const roleName = (role: string): string => names[role]?.() ?? role;
