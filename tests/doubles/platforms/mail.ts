// Doubles of SendGrid (https://www.twilio.com/docs/sendgrid/api-reference/how-to-use-the-sendgrid-v3-api/errors) and Mailchimp
// (https://mailchimp.com/developer/marketing/docs/errors/).
import { type Asked, json, type PlatformDouble, type Reply } from './platform-double.ts';

export const sendGridKey = 'SG.test-key-of-lala';
export const mailchimpKey = 'test0key0of0lala-us21';

type Letter = {
  personalizations: { to: { email: string }[] }[];
  from: { email: string };
  subject: string;
  content: { type: string; value: string }[];
  headers: Record<string, string>;
  send_at?: number;
};

const sgError = (status: number, message: string, field: string | null = null): Reply =>
  json({ errors: [{ message, field, help: null }] }, status);

export function sendGridDouble() {
  const sent: Letter[] = [];
  const suppressed = {
    bounces: ['bounced@example.mg'],
    spam_reports: [] as string[],
    unsubscribes: ['no@example.mg'],
    invalid_emails: [] as string[],
  };

  function send(letter: Letter): Reply {
    if (letter.from.email !== 'lala@samosas.example')
      return sgError(
        403,
        'The from address does not match a verified Sender Identity. Mail cannot be sent until this error is resolved.',
        'from',
      );
    if (letter.personalizations.length > 1000) return sgError(400, 'There is a limit of 1000 personalizations', 'personalizations');
    const bad = letter.personalizations.findIndex(({ to }) => !/^[^@\s]+@[^@\s]+\.[a-z]{2,}$/i.test(to[0]?.email ?? ''));
    if (bad >= 0) return sgError(400, 'Does not contain a valid address.', `personalizations.${bad}.to.0.email`);
    if (letter.subject === '') return sgError(400, 'The subject is required.', 'subject');
    sent.push(letter);
    return { status: 202, headers: { 'x-message-id': `msg-${sent.length}` } };
  }

  const double: PlatformDouble & { sent: Letter[] } = {
    hosts: ['api.sendgrid.com'],
    sent,
    faults: {
      bad_token: sgError(401, 'The provided authorization grant is invalid, expired, or revoked'),
      expired: sgError(401, 'The provided authorization grant is invalid, expired, or revoked'),
      forbidden: sgError(403, 'access forbidden'),
      rate_limited: json({ errors: [{ message: 'too many requests', field: null }] }, 429, { 'retry-after': '60' }),
      down: sgError(503, 'unavailable'),
    },
    answer({ method, path, headers, body, query }: Asked) {
      if (headers.authorization !== `Bearer ${sendGridKey}`)
        return sgError(401, 'The provided authorization grant is invalid, expired, or revoked');
      if (path === '/v3/mail/send') return send(body as Letter);
      if (path === '/v3/mail/batch' && method === 'POST') return json({ batch_id: 'batch-1' }, 201);
      const [, list, one] = /^\/v3\/suppression\/(\w+)(?:\/(.+))?$/.exec(path) ?? [];
      if (list) {
        const all = suppressed[list as keyof typeof suppressed].map((email) => ({ email, created: 1 }));
        return json(one ? all.filter(({ email }) => email === decodeURIComponent(one)) : Number(query.get('offset')) > 0 ? [] : all);
      }
      if (path !== '/v3/categories/stats') return undefined;
      const metrics = { delivered: 120, unique_opens: 60, unique_clicks: 21, unsubscribes: 2, spam_reports: 0 };
      return query.get('categories') === 'nexio-campaign-1' ? json([{ date: '2026-11-12', stats: [{ metrics }] }]) : json([]);
    },
  };
  return double;
}

const mcError = (status: number, title: string): Reply =>
  json({ type: 'https://mailchimp.com/developer/marketing/docs/errors/', title, status, detail: title }, status);

export function mailchimpDouble() {
  const campaigns = new Map<string, { subject: string; html: string; state: string }>();
  const double: PlatformDouble & { campaigns: typeof campaigns } = {
    hosts: ['us21.api.mailchimp.com'],
    campaigns,
    faults: {
      bad_token: mcError(401, 'API Key Invalid'),
      expired: mcError(401, 'API Key Invalid'),
      forbidden: mcError(403, 'User action not permitted'),
      rate_limited: mcError(429, 'Too Many Requests'),
      down: mcError(500, 'Internal Server Error'),
    },
    answer({ method, path, headers, body }: Asked) {
      if (headers.authorization !== `Basic ${btoa(`nexio:${mailchimpKey}`)}`) return mcError(401, 'API Key Invalid');
      if (path === '/3.0/lists/l1') return json({ stats: { member_count: 340 } });
      if (path === '/3.0/reports/c1')
        return json({
          emails_sent: 330,
          bounces: { hard_bounces: 4, soft_bounces: 6 },
          opens: { unique_opens: 150 },
          clicks: { unique_subscriber_clicks: 41 },
          unsubscribed: 3,
          abuse_reports: 1,
        });
      if (path === '/3.0/campaigns' && method === 'POST') {
        const { settings, recipients } = body as { settings: { subject_line: string }; recipients: { list_id: string } };
        if (recipients.list_id !== 'l1') return mcError(400, 'Invalid Resource');
        campaigns.set('c9', { subject: settings.subject_line, html: '', state: 'save' });
        return json({ id: 'c9' });
      }
      const campaign = campaigns.get('c9');
      if (!campaign) return mcError(404, 'Resource Not Found');
      if (path === '/3.0/campaigns/c9/content') campaign.html = (body as { html: string }).html;
      else if (campaign.state !== 'save' || campaign.html === '') return mcError(400, 'Invalid Resource');
      else campaign.state = path.endsWith('/schedule') ? `schedule ${(body as { schedule_time: string }).schedule_time}` : 'sent';
      return path.endsWith('/content') ? json({}) : { status: 204 };
    },
  };
  return double;
}
