// What stands on the lock screen, what its buttons decide, and what is said afterwards.
import { describe, expect, it } from 'vitest';
import type { PushPayload } from '$supabase/payloads.ts';
import { actOf, decisionOf, sayOutcome, waitingCount } from './decision.ts';
import { deviceName } from './device-name.ts';
import { notificationFor, pathOf, readPush, resultOf } from './notification.ts';

const id = '00000000-0000-4000-8000-000000000001';
const payload: PushPayload = {
  kind: 'approval',
  title: 'À vous de décider : Samosas',
  body: 'Vendredi, -20 %',
  language: 'fr',
  dir: 'ltr',
  tag: `approval-${id}`,
  tenant_id: id,
  approval_id: id,
  token: 'the-token',
  actions: { approve: 'Approuver', reject: 'Rejeter' },
  link: `/decide/${id}`,
  badge: 3,
};
const tap = notificationFor(payload).options.data!;

describe('a notification', () => {
  it('has the buttons of the payload, in its language and direction, one for each approval', () => {
    const { title, options } = notificationFor({ ...payload, language: 'ar', dir: 'rtl' });
    expect(title).toBe(payload.title);
    expect(options).toMatchObject({ lang: 'ar', dir: 'rtl', tag: payload.tag, body: payload.body });
    expect(options.actions).toEqual([
      { action: 'approve', title: 'Approuver' },
      { action: 'reject', title: 'Rejeter' },
    ]);
  });
  it('has one button where it goes out by itself', () => {
    const { options } = notificationFor({ ...payload, kind: 'going_out', actions: { stop: 'Arrêter' } });
    expect(options.actions).toEqual([{ action: 'stop', title: 'Arrêter' }]);
  });
  it('decides by its buttons and by nothing else', () => {
    expect(['approve', 'reject', 'stop', '', 'settings'].map(decisionOf)).toEqual(['approve', 'reject', 'stop', null, null]);
  });
  it('has no button without a token: money opens the app', () => {
    expect(notificationFor({ ...payload, token: null }).options.actions).toEqual([]);
  });
  it('opens the approval in its own business, whatever business the app shows', () => {
    expect(pathOf(tap)).toBe(`/decide/${id}?tenant=${id}`);
    expect(pathOf({ approval_id: null, tenant_id: null, link: '/home' })).toBe('/home');
  });
  it.each([undefined, '', 'no json', '{"title":"x","link":"https://elsewhere.example"}'])('shows that there is news for %j', (text) => {
    expect(readPush(text, 'ar-EG')).toMatchObject({ language: 'ar', dir: 'rtl', link: '/home', token: null, badge: -1 });
  });
  it('does not ring again with its result, and its token is gone', () => {
    const { options } = resultOf(tap, 'C’est approuvé.');
    expect(options).toMatchObject({ silent: true, tag: payload.tag, body: payload.body, data: { token: null } });
    expect(options.actions).toBeUndefined();
  });
});

describe('what is said after a tap', () => {
  const approve = actOf(tap, 'approve', 'lala');
  const refused = (code: string, detail: Record<string, unknown> = {}) => sayOutcome(approve, { refusal: { code, detail } });
  it('is what was decided', () => {
    expect(sayOutcome(approve, { answer: {} })).toBe('C’est approuvé.');
    expect(sayOutcome(actOf(tap, 'reject', 'lala'), { answer: {} })).toBe('C’est rejeté.');
    expect(sayOutcome({ ...approve, language: 'ar' }, { answer: {} })).toBe('تمت الموافقة.');
  });
  it('is what was stopped, or that it was too late', () => {
    const stop = actOf(tap, 'stop', 'lala');
    expect(sayOutcome(stop, { answer: { outcome: 'stopped' } })).toBe('C’est arrêté. À vous de décider.');
    const late = (detail: Record<string, unknown>) => sayOutcome(stop, { refusal: { code: 'already_decided', detail } });
    expect(late({ state: 'approved', decided_channel: 'auto' })).toBe('Trop tard\u00a0: c’est déjà parti.');
    expect(late({ state: 'rejected', decided_by_name: 'Hery' })).toContain('rejeté par Hery');
    expect(sayOutcome(stop, { refusal: { code: 'used', detail: { state: 'pending' } } })).toContain('déjà servi');
    expect(sayOutcome(stop, 'unreachable')).toContain('pas encore arrêté');
  });
  it('brings the number on the icon, also when another was faster', () => {
    expect(waitingCount({ answer: { outcome: 'decided', waiting_count: 2 } })).toBe(2);
    expect(waitingCount({ refusal: { code: 'already_decided', detail: { waiting_count: 0 } } })).toBe(0);
    expect(waitingCount({ refusal: { code: 'unknown_token', detail: {} } })).toBe(-1);
    expect(waitingCount('unreachable')).toBe(-1);
  });
  it('names who was faster', () => {
    expect(refused('already_decided', { state: 'rejected', decided_by_name: 'Hery' })).toContain('rejeté par Hery');
  });
  it('tells a used, an unknown and an outdated token apart', () => {
    const said = [refused('used', { state: 'approved' }), refused('unknown_token'), refused('stale')];
    expect(new Set(said).size).toBe(3);
    expect(said[0]).toContain('déjà servi');
  });
  it('promises to send what found no network', () => {
    expect(sayOutcome(approve, 'unreachable')).toContain('gardée');
  });
});

it.each([
  [
    'Mozilla/5.0 (Linux; Android 14; SM-A145F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36',
    'Chrome · Android',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1',
    'Safari · iPhone',
  ],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:127.0) Gecko/20100101 Firefox/127.0', 'Firefox · Windows'],
  ['something else', ''],
])('a device is called by its browser and system: %s', (userAgent, name) => {
  expect(deviceName(userAgent)).toBe(name);
});
