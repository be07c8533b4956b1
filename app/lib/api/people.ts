// Who belongs to a business (SQL domains: members, invitations): the list, roles, ownership, letting people in and out.
import type { Language } from '$supabase/payloads.ts';
import { call, callInTenant } from './client.ts';
import type { Role } from './tenancy.ts';

export type Member = {
  user_id: string;
  name: string | null;
  role: Role;
  since: string;
  /** null for who may not see it */
  email: string | null;
  /** beside the mail; empty for who may not see it */
  channels: ('push' | 'whatsapp' | 'telegram')[];
  /** null for who may not see it */
  has_two_factor: boolean | null;
};
export type InvitedRole = Exclude<Role, 'owner'>;
export type OpenInvitation = {
  id: string;
  email: string;
  role: InvitedRole;
  language: Language;
  made_at: string;
  expires_at: string;
  /** how far the mail is; null when that is long ago */
  mail: 'waiting' | 'sending' | 'sent' | 'dropped' | 'failed' | null;
};
export type People = { /** null = any number */ limit: number | null; people: Member[]; invitations: OpenInvitation[] };

export const readPeople = () => callInTenant<People>('read_people');

/** Throws AppError `users_limit_reached`, `too_many_invitations`, `email_invalid`, `needs_two_factor`, `no_permission`. Again for the same address = another mail. */
export const inviteMember = (email: string, role: InvitedRole, language: Language) =>
  callInTenant<{ outcome: 'invited' | 'already_member' }>('invite_member', { p_email: email, p_role: role, p_language: language });

export const revokeInvitation = (id: string) => callInTenant<{ revoked: boolean }>('revoke_invitation', { p_invitation_id: id });

/** Throws AppError `last_owner`, `only_an_owner_makes_owners`, `member_not_found`, `needs_two_factor`. */
export const setMemberRole = (userId: string, role: Role) => callInTenant<unknown>('set_member_role', { p_user_id: userId, p_role: role });

/** The other is the owner then and the caller an admin. Needs a session that has proved the second factor. */
export const handOverOwnership = (userId: string) => callInTenant<unknown>('hand_over_ownership', { p_user_id: userId });

/** Oneself = leaving. Throws AppError `last_owner`, `only_an_owner_removes_owners`. */
export const removeMember = async (userId: string): Promise<true> => {
  await callInTenant<null>('remove_member', { p_user_id: userId });
  return true;
};

export type Invitation = { business: string; by: string; role: InvitedRole; email: string; is_open: boolean };

/** What the invitation behind a link says, signed in or not; null for one that is none, taken back or used. */
export const readInvitation = (token: string) => call<Invitation | null>('read_invitation', { p_token: token });

/** Throws AppError `invitation_unknown`, `invitation_expired`, `invitation_for_another`, `users_limit_reached`. */
export const acceptInvitation = (token: string) => call<{ tenant_id: string; role: InvitedRole }>('accept_invitation', { p_token: token });
