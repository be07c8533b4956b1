// What a visitor of a landing page is answered besides the page: thanks, what was wrong with the form, no such page. Whole documents without script.
import { m } from '$paraglide/messages';
import type { LandingPage } from '$lib/api/landing-pages.ts';
import type { ContactFault } from '../../contact-form.ts';
import { brandTheme } from '../../brand-theme.ts';

const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;');

type Words = { title: string; text: string; role: 'status' | 'alert'; link: { href: string; label: string } };

const document = (language: string, theme: string, { title, text, role, link }: Words) => `<!doctype html>
<html lang="${escape(language)}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${escape(title)}</title>
<style>body{margin:0;background:var(--ground);color:var(--ink);font:400 17px/1.5 var(--body)}main{display:grid;gap:12px;place-content:center;justify-items:center;min-height:100vh;padding:24px;text-align:center;box-sizing:border-box}h1{font:700 28px/1.2 var(--heading);margin:0}p{margin:0;max-width:36ch}a{padding:14px;color:var(--link);font-weight:700}</style></head>
<body style="${escape(theme)}"><main><h1>${escape(title)}</h1><p role="${role}">${escape(text)}</p><a href="${escape(link.href)}">${escape(link.label)}</a></main></body></html>`;

/** Thanks (`fault` null) or what to mend, in the language of the page and the colours of the brand. @param address of the page */
export function answerPage({ tenant, brand, page }: LandingPage, address: string, fault: ContactFault | null): string {
  const locale = { locale: page.language };
  const sentences = {
    missing: m.public_page_missing,
    bad_reach: m.public_contact_bad_reach,
    too_many: m.public_contact_too_many,
    failed: m.public_contact_failed,
  };
  const text = fault ? sentences[fault]({}, locale) : m.public_contact_thanks({}, locale);
  const theme = brandTheme(brand.colours && brand.fonts ? { colours: brand.colours, fonts: brand.fonts } : null);
  const link = { href: fault ? `${address}#contact` : address, label: m.public_page_back({}, locale) };
  return document(page.language, theme, { title: tenant.name, text, role: fault ? 'alert' : 'status', link });
}

/** @param locale of the reader: there is no tenant to take one from */
export function missingPage(locale: LandingPage['page']['language']): string {
  return document(locale, brandTheme(null), {
    title: m.public_not_found_title({}, { locale }),
    text: m.public_not_found_text({}, { locale }),
    role: 'status',
    link: { href: '/', label: 'Nexio' },
  });
}
