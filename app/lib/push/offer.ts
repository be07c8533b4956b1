// When a person is asked whether they want to be told: only where it can be had, never twice within two weeks.
import { pushState } from './subscription.ts';

const laterKey = 'nexio.push-later';
const twoWeeksMs = 14 * 86_400_000;

export const isOfferDue = (): boolean =>
  ['off', 'needs_install'].includes(pushState()) && Number(localStorage.getItem(laterKey) ?? 0) < Date.now();

export const offerLater = (): void => localStorage.setItem(laterKey, String(Date.now() + twoWeeksMs));
