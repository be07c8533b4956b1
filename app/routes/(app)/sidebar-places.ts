// All places of the app's navigation, for the sidebar of wide screens; fetched with it.
import { m } from '$paraglide/messages';
import type { Place } from './navigation.ts';

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
