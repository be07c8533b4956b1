// The outside accounts: what each is for, what it is asked to allow, which skills wait for it. Used by account-connector.ts; a test holds it to the cards.
export type Purpose =
  'publish' | 'measure' | 'answer' | 'ads' | 'mail' | 'messages' | 'reviews' | 'search' | 'payments' | 'automate' | 'find';
export type Meaning =
  | 'see_profile'
  | 'see_figures'
  | 'write_posts'
  | 'read_comments'
  | 'write_comments'
  | 'read_messages'
  | 'write_messages'
  | 'read_ads'
  | 'change_ads'
  | 'send_mail'
  | 'read_contacts'
  | 'read_reviews'
  | 'write_reviews'
  | 'read_payments'
  | 'call_webhook'
  | 'search_data';
/** `scope` as the platform's own consent page names it, or what kind of key it is. */
export type Account = { name: string; purposes: Purpose[]; permissions: [scope: string, meaning: Meaning][] };

export const writing: ReadonlySet<Meaning> = new Set([
  'write_posts',
  'write_comments',
  'write_messages',
  'change_ads',
  'send_mail',
  'write_reviews',
  'call_webhook',
]);

export const accounts: Record<string, Account> = {
  instagram: {
    name: 'Instagram',
    purposes: ['publish', 'answer', 'measure'],
    permissions: [
      ['instagram_business_basic', 'see_profile'],
      ['instagram_business_content_publish', 'write_posts'],
      ['instagram_business_manage_comments', 'write_comments'],
      ['instagram_business_manage_messages', 'write_messages'],
      ['instagram_business_manage_insights', 'see_figures'],
    ],
  },
  facebook: {
    name: 'Facebook',
    purposes: ['publish', 'answer', 'measure'],
    permissions: [
      ['pages_show_list', 'see_profile'],
      ['pages_manage_posts', 'write_posts'],
      ['pages_read_engagement', 'see_figures'],
      ['pages_read_user_content', 'read_comments'],
      ['pages_manage_engagement', 'write_comments'],
      ['pages_messaging', 'write_messages'],
    ],
  },
  tiktok: {
    name: 'TikTok',
    purposes: ['publish', 'measure'],
    permissions: [
      ['user.info.basic', 'see_profile'],
      ['video.publish', 'write_posts'],
      ['video.list', 'see_figures'],
    ],
  },
  youtube: {
    name: 'YouTube',
    purposes: ['publish', 'measure'],
    permissions: [
      ['youtube.upload', 'write_posts'],
      ['youtube.readonly', 'see_profile'],
      ['yt-analytics.readonly', 'see_figures'],
    ],
  },
  linkedin: {
    name: 'LinkedIn',
    purposes: ['publish', 'measure'],
    permissions: [
      ['r_basicprofile', 'see_profile'],
      ['w_organization_social', 'write_posts'],
      ['r_organization_social', 'see_figures'],
    ],
  },
  x: {
    name: 'X',
    purposes: ['publish', 'answer', 'measure'],
    permissions: [
      ['users.read', 'see_profile'],
      ['tweet.read', 'read_comments'],
      ['tweet.write', 'write_posts'],
    ],
  },
  google_ads: { name: 'Google Ads', purposes: ['ads'], permissions: [['adwords', 'change_ads']] },
  meta_ads: {
    name: 'Meta Ads',
    purposes: ['ads'],
    permissions: [
      ['ads_read', 'read_ads'],
      ['ads_management', 'change_ads'],
    ],
  },
  tiktok_ads: { name: 'TikTok Ads', purposes: ['ads'], permissions: [['ads.management', 'change_ads']] },
  linkedin_ads: {
    name: 'LinkedIn Ads',
    purposes: ['ads', 'find'],
    permissions: [
      ['r_ads_reporting', 'read_ads'],
      ['rw_ads', 'change_ads'],
    ],
  },
  whatsapp_business: {
    name: 'WhatsApp Business',
    purposes: ['messages'],
    permissions: [
      ['whatsapp_business_messaging', 'write_messages'],
      ['whatsapp_business_management', 'see_profile'],
    ],
  },
  telegram: { name: 'Telegram', purposes: ['messages'], permissions: [['bot token', 'write_messages']] },
  google_analytics: { name: 'Google Analytics', purposes: ['measure'], permissions: [['analytics.readonly', 'see_figures']] },
  google_search_console: { name: 'Google Search Console', purposes: ['search'], permissions: [['webmasters.readonly', 'see_figures']] },
  bing_webmaster: { name: 'Bing Webmaster Tools', purposes: ['search'], permissions: [['API key', 'see_figures']] },
  google_business: { name: 'Google Business Profile', purposes: ['reviews'], permissions: [['business.manage', 'write_reviews']] },
  mailchimp: {
    name: 'Mailchimp',
    purposes: ['mail'],
    permissions: [
      ['API key', 'send_mail'],
      ['lists', 'read_contacts'],
    ],
  },
  sendgrid: { name: 'SendGrid', purposes: ['mail'], permissions: [['mail.send', 'send_mail']] },
  email: { name: 'E-mail', purposes: ['mail'], permissions: [['SMTP', 'send_mail']] },
  stripe: { name: 'Stripe', purposes: ['payments'], permissions: [['restricted key', 'read_payments']] },
  zapier: { name: 'Zapier', purposes: ['automate'], permissions: [['webhook', 'call_webhook']] },
  brightdata: { name: 'Bright Data', purposes: ['find'], permissions: [['API key', 'search_data']] },
};

/** The tenant's account that a skill waits for, as its card says. */
export const accountOfSkill: Record<string, string> = {
  'backlink-checker': 'bing_webmaster',
  brightdata: 'brightdata',
  'email-sender': 'email',
  'facebook-api': 'facebook',
  'google-ads-api': 'google_ads',
  'google-analytics': 'google_analytics',
  'google-reviews': 'google_business',
  'instagram-api': 'instagram',
  'instagram-scraper': 'instagram',
  'keyword-tracker': 'google_search_console',
  'linkedin-ads-api': 'linkedin_ads',
  'linkedin-scraper': 'linkedin_ads',
  'mailchimp-api': 'mailchimp',
  'meta-ads-api': 'meta_ads',
  'sendgrid-api': 'sendgrid',
  'social-tracker': 'instagram',
  'tiktok-ads-api': 'tiktok_ads',
  'tiktok-api': 'tiktok',
  'whatsapp-api': 'whatsapp_business',
  'youtube-api': 'youtube',
};
