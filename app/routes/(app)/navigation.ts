// The places of the app's navigation: five in the bottom bar of a phone, all of them in the sidebar of wide screens.
import { m } from '$paraglide/messages';
import type { IconName } from '$lib/ui/icons.ts';

export type Place = { href: string; icon: IconName; label: () => string; alsoAt?: readonly string[] };

export const bar: readonly Place[] = [
  { href: '/home', icon: 'home', label: m.nav_home },
  { href: '/decide', icon: 'decide', label: m.nav_decide },
  { href: '/new', icon: 'plus', label: m.nav_new },
  { href: '/messages', icon: 'messages', label: m.nav_messages },
  {
    href: '/all',
    icon: 'all',
    label: m.nav_all,
    alsoAt: [
      '/agents',
      '/week',
      '/insights',
      '/costs',
      '/skills',
      '/chains',
      '/runs',
      '/contents',
      '/leads',
      '/brand',
      '/audit',
      '/programme',
      '/settings',
    ],
  },
];

export const sidebar: readonly Place[] = [
  { href: '/home', icon: 'home', label: m.nav_home },
  { href: '/decide', icon: 'decide', label: m.nav_decide },
  { href: '/runs', icon: 'spark', label: m.nav_runs },
  { href: '/agents', icon: 'people', label: m.nav_agents },
  { href: '/week', icon: 'calendar', label: m.nav_week },
  { href: '/contents', icon: 'document', label: m.nav_contents },
  { href: '/insights', icon: 'eye', label: m.nav_insights },
  { href: '/messages', icon: 'messages', label: m.nav_messages },
  { href: '/leads', icon: 'phone', label: m.nav_leads },
  { href: '/brand', icon: 'brand', label: m.nav_brand },
  { href: '/all', icon: 'all', label: m.nav_all },
  { href: '/settings', icon: 'settings', label: m.nav_settings },
];

const isUnder = (path: string, href: string) => path === href || path.startsWith(`${href}/`);
export const isAt = (place: Place, path: string): boolean => [place.href, ...(place.alsoAt ?? [])].some((href) => isUnder(path, href));
