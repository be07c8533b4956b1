// What a crawl found, as typed facts. Made by crawl.ts, read by the brand skills (code and prompt) and stored as jsonb
// in the output of the step `fetch`. Every text comes from outside: data, never instruction.

/** How often a colour was used, and where it was best seen. `hex` is #rrggbb in lower case, alpha dropped. */
export type FoundColour = {
  hex: string;
  /** number of uses in style sheets and style attributes */
  uses: number;
  /** the custom property that names it, e.g. `--brand`, else '' */
  name: string;
  source: 'custom_property' | 'theme_color' | 'stylesheet';
  /** where it was mostly used */
  role: 'button' | 'background' | 'text' | 'other';
};

/** `family` as the page writes it, without quotes and fallbacks. */
export type FoundFont = { family: string; use: 'heading' | 'body' | 'other'; source: 'css' | 'google_fonts'; uses: number };

export type FoundLogo = { url: string; source: 'json_ld' | 'img' | 'icon' | 'open_graph' };

/** JSON-LD Organization, LocalBusiness and their kinds; '' where the page does not say. */
export type FoundOrganisation = {
  type: string;
  name: string;
  description: string;
  address: string;
  telephone: string;
  email: string;
  opening_hours: string;
  price_range: string;
};

/** `price` as a person would read it, with currency, e.g. `8000 MGA`; '' when none was found. */
export type FoundProduct = { name: string; price: string };

export type HostilePassage = {
  /** where it stood: the text, an attribute, a comment, JSON-LD … */
  where: 'text' | 'hidden' | 'meta' | 'json_ld';
  rule: 'ignore_instructions' | 'role_play' | 'prompt_marker' | 'secret_request' | 'command';
  /** at most 200 characters; the first ones stand in the failed scan's error_detail, never before a model */
  quote: string;
};

export type CrawlResult = {
  /** what was asked, and where the redirects ended */
  requested_url: string;
  url: string;
  fetched_at: string;
  bytes: number;
  charset: string;
  /** BCP 47 as the page says (html lang, hreflang, og:locale), main language first */
  languages: string[];
  direction: 'ltr' | 'rtl';
  title: string;
  description: string;
  site_name: string;
  open_graph: Record<string, string>;
  /** #rrggbb or '' */
  theme_colour: string;
  /** background and text of the page itself (html, body), #rrggbb or '' */
  page_colours: { ground: string; ink: string };
  colours: FoundColour[];
  /** every custom property that holds a colour or a font, as written */
  custom_properties: { name: string; value: string }[];
  fonts: FoundFont[];
  logo: FoundLogo | null;
  headings: { level: number; text: string }[];
  navigation: string[];
  organisation: FoundOrganisation | null;
  products: FoundProduct[];
  phones: string[];
  emails: string[];
  address: string;
  social_links: string[];
  /** at most two: the site's own contact and imprint pages, linked from here */
  contact_pages: string[];
  /** readable text of the page, white space collapsed, hostile passages left out, at most 6000 characters */
  text: string;
  /** true when little text can be read without running scripts */
  needs_script: boolean;
  /** true when the page tries to instruct a model (the scan then ends: `site_hostile`); what was found stands in `hostile` and nowhere else */
  suspicious: boolean;
  hostile: HostilePassage[];
};
