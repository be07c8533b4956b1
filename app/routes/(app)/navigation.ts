// The five places in the bottom bar of a phone. Those of wide screens: sidebar-places.ts.
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

/** A person's settings and data, and the report of a programme: theirs with no business too, e.g. for who has closed the last one. */
export const ownPages: readonly string[] = ['/settings', '/settings/privacy', '/programme'];

const isUnder = (path: string, href: string) => path === href || path.startsWith(`${href}/`);
export const isAt = (place: Place, path: string): boolean => [place.href, ...(place.alsoAt ?? [])].some((href) => isUnder(path, href));
