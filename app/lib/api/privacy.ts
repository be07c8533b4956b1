// A person's own data (SQL domain: privacy): export in pages, erase, consents; and the erasure of people outside.
import { call, callInTenant, readRows } from './client.ts';

export type Purpose = 'programme_reporting' | 'product_news';
export type Consent = { purpose: Purpose; text_version: number; given_at: string };
export type OwnedTenant = { id: string; name: string; members: number };

/** Version of the sentences in messages/audit that a person agrees to: one more whenever their meaning changes. */
const textVersion = 1;

/** What is agreed to now. */
export const listConsents = () => readRows<Consent>('consents', { select: 'purpose,text_version,given_at', withdrawn_at: 'is.null' });
export const giveConsent = (purpose: Purpose) => call<unknown>('give_consent', { p_purpose: purpose, p_text_version: textVersion });
export const withdrawConsent = (purpose: Purpose) => call<unknown>('withdraw_consent', { p_purpose: purpose });

export const readExportParts = () => call<{ parts: string[]; person_id: string; at: string }>('export_my_data');
export const readExportPage = (part: string, after: string | null) =>
  call<{ items: unknown[]; next: string | null }>('export_my_data', { p_part: part, p_after: after });

/** @param email of the person, typed by them */
export const eraseMyData = (email: string) => call<{ left: number }>('erase_my_data', { p_confirm: email });

/** Closes the business this tab works in. @param name of it, typed */
export const closeTenant = (name: string) => callInTenant<unknown>('close_tenant', { p_confirm: name });

export const eraseLead = (leadId: string) => callInTenant<{ erased: number }>('erase_lead', { p_lead_id: leadId });

/** @param linkId one of the links of that outside client: all of their name go */
export const eraseClient = (linkId: string) => callInTenant<{ erased: number }>('erase_client', { p_link_id: linkId });
