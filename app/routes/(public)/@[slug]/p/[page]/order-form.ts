// Reads the form of a landing page into what submit_lead takes: one way to answer, one message. Used by +server.ts.
import { m } from '$paraglide/messages';
import type { LandingPage } from '$lib/api/landing-pages.ts';
import { keyOf, reach, type ContactFault } from '../../contact-form.ts';

/** The telephone is how to answer, else the e-mail; all else stands in the message, in the owner's language. */
export function orderFrom(form: FormData, { tenant, page }: LandingPage) {
  const text = (name: string, most: number) =>
    String(form.get(name) ?? '')
      .trim()
      .slice(0, most);
  const [name, phone, email] = [text('name', 80), text('phone', 40), text('email', 160)];
  const [date, quantity, service] = [text('date', 30), text('quantity', 20), text('service', 120)];
  const locale = { locale: tenant.language };
  const message = [
    m.public_page_from({ title: page.title }, locale),
    service && m.public_page_service({ service }, locale),
    quantity && m.public_page_quantity({ quantity }, locale),
    date && m.public_page_date({ date }, locale),
    phone && email && m.public_page_email({ email }, locale),
    text('message', 1400),
  ]
    .filter(Boolean)
    .join('\n');
  const contact = phone || email;
  const fault: ContactFault | null = !name || !contact ? 'missing' : reach.test(contact) ? null : 'bad_reach';
  const lead = { name, contact, message, client_key: keyOf([tenant.slug, page.slug, name, contact, message]) };
  return { lead, fault, isRobot: text('website', 10) !== '' };
}
