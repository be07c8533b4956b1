// What a push looks like on the lock screen. Called by the service worker.
import type { PushPayload } from '$supabase/payloads.ts';
import { m } from '$paraglide/messages';

/** What a tap on the notification needs; kept in its `data`. */
export type Tap = Pick<PushPayload, 'token' | 'approval_id' | 'tenant_id' | 'link' | 'language' | 'dir' | 'tag'> & {
  /** the words of what is decided, to show again with the result */
  text: string;
};

/** TypeScript's library lacks what Chromium on Android has. */
export type Options = NotificationOptions & { actions?: { action: string; title: string }[]; renotify?: boolean; data?: Tap };
export type Shown = { title: string; options: Options };

const signs = { icon: '/icon-192.png', badge: '/badge-96.png' };

/** A browser that was pushed must show something: a payload that cannot be read becomes "there is news". */
export function readPush(text: string | undefined, language: string): PushPayload {
  try {
    const payload = JSON.parse(text ?? '') as PushPayload;
    if (typeof payload.title === 'string' && typeof payload.link === 'string' && payload.link.startsWith('/')) return payload;
  } catch {
    // told below
  }
  const spoken = (['mg', 'fr', 'en', 'ar'] as const).find((known) => language.startsWith(known)) ?? 'fr';
  return {
    kind: 'news',
    title: m.push_news({}, { locale: spoken }),
    body: '',
    language: spoken,
    dir: spoken === 'ar' ? 'rtl' : 'ltr',
    tag: 'news',
    tenant_id: null,
    approval_id: null,
    token: null,
    actions: null,
    link: '/home',
    badge: -1,
  };
}

/** The buttons are there only with a token: without one a tap opens the app. */
export function notificationFor(payload: PushPayload): Shown {
  const { title, body, language, dir, tag, token, actions, approval_id, tenant_id, link } = payload;
  const buttons = token && actions ? Object.entries(actions).map(([action, label]) => ({ action, title: label })) : [];
  const tap: Tap = { token, approval_id, tenant_id, link, language, dir, tag, text: body || title };
  return {
    title,
    options: {
      body,
      lang: language,
      dir,
      tag,
      renotify: true,
      requireInteraction: buttons.length > 0,
      actions: buttons,
      data: tap,
      ...signs,
    },
  };
}

/** What came of a tap, in the place of the notification that was tapped; it does not ring. */
export function resultOf(tap: Tap, said: string): Shown {
  const { language, dir, tag, text } = tap;
  return { title: said, options: { body: text, lang: language, dir, tag, silent: true, data: { ...tap, token: null }, ...signs } };
}

/** Path that a tap opens: the decision of this approval, in its own business. */
export function pathOf({ approval_id, tenant_id, link }: Pick<Tap, 'approval_id' | 'tenant_id' | 'link'>): string {
  const path = approval_id ? `/decide/${approval_id}` : link;
  return tenant_id ? `${path}${path.includes('?') ? '&' : '?'}tenant=${tenant_id}` : path;
}
