// The pages of the app by department, as the list "All" and its search show them.
import { m } from '$paraglide/messages';
import type { IconName } from '$lib/ui/icons.ts';

type Page = { href: string; icon: IconName; name: string; about: string; outside?: boolean };

/** @param slug of the tenant, for its public page; @param operates whether the person reads the report of a programme */
export const departments = (slug: string, operates: boolean): { name: string; pages: Page[] }[] => [
  {
    name: m.all_department_content(),
    pages: [
      { href: '/new', icon: 'plus', name: m.new_title(), about: m.all_page_new() },
      { href: '/decide', icon: 'decide', name: m.decide_title(), about: m.all_page_decide() },
      { href: '/week', icon: 'calendar', name: m.nav_week(), about: m.all_page_week() },
      { href: '/contents', icon: 'document', name: m.nav_contents(), about: m.all_page_contents() },
      { href: '/runs', icon: 'spark', name: m.nav_runs(), about: m.all_page_runs() },
    ],
  },
  {
    name: m.all_department_clients(),
    pages: [
      { href: '/leads', icon: 'people', name: m.nav_leads(), about: m.all_page_leads() },
      { href: '/messages', icon: 'messages', name: m.nav_messages(), about: m.all_page_messages() },
      { href: `/@${slug}`, icon: 'globe', name: m.home_my_page(), about: m.all_page_public(), outside: true },
    ],
  },
  {
    name: m.all_department_business(),
    pages: [
      { href: '/home', icon: 'home', name: m.nav_home(), about: m.all_page_home() },
      { href: '/agents', icon: 'people', name: m.nav_agents(), about: m.all_page_agents() },
      { href: '/skills', icon: 'spark', name: m.nav_skills(), about: m.all_page_skills() },
      { href: '/chains', icon: 'link', name: m.nav_chains(), about: m.all_page_chains() },
      { href: '/settings/people', icon: 'people', name: m.people_title(), about: m.all_page_people() },
      { href: '/settings/autonomy', icon: 'check', name: m.autonomy_title(), about: m.autonomy_page() },
      { href: '/settings/client-links', icon: 'person', name: m.clients_title(), about: m.clients_page() },
      { href: '/insights', icon: 'eye', name: m.nav_insights(), about: m.all_page_insights() },
      { href: '/brand', icon: 'brand', name: m.nav_brand(), about: m.all_page_brand() },
      { href: '/costs', icon: 'chart', name: m.nav_costs(), about: m.all_page_costs() },
      { href: '/settings/channels', icon: 'chat', name: m.channels_title(), about: m.all_page_channels() },
      { href: '/settings/notifications', icon: 'bell', name: m.notify_title(), about: m.all_page_notifications() },
      { href: '/audit', icon: 'clock', name: m.nav_audit(), about: m.all_page_audit() },
      ...(operates ? [{ href: '/programme', icon: 'chart' as const, name: m.programme_title(), about: m.programme_page() }] : []),
      { href: '/settings', icon: 'settings', name: m.nav_settings(), about: m.all_page_settings() },
      { href: '/settings/privacy', icon: 'lock', name: m.privacy_title(), about: m.all_page_privacy() },
    ],
  },
];

/** Lower case without accents, so that "equipe" finds "équipe". */
export const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
