// Robots, link previews and prefetches are not visits.
import { expect, test } from 'vitest';
import { visitorOf } from './visitor.ts';

const phone = 'Mozilla/5.0 (Linux; Android 14; SM-A055F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36';
const visit = (headers: Record<string, string>, method = 'GET') =>
  visitorOf(new Request('https://nexio.test/@lala', { method, headers }), '41.188.0.7');

test('a person is told by address and browser', () => {
  expect(visit({ 'user-agent': phone })).toBe(`41.188.0.7 ${phone}`);
  expect(visit({ 'user-agent': phone + ' '.repeat(5) + 'Build'.repeat(200) })).toHaveLength(600);
});

test.each([
  ['a search engine', { 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' }],
  ['a link preview of WhatsApp', { 'user-agent': 'WhatsApp/2.23.20.0' }],
  ['a link preview of Facebook', { 'user-agent': 'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)' }],
  ['a program', { 'user-agent': 'curl/8.5.0' }],
  ['who says nothing', {}],
  ['a prefetch', { 'user-agent': phone, 'sec-purpose': 'prefetch;prerender' }],
])('%s is not counted', (_who, headers) => {
  expect(visit(headers as Record<string, string>)).toBeNull();
});

test('sending a form is no visit', () => {
  expect(visit({ 'user-agent': phone }, 'POST')).toBeNull();
});
