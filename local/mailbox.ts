// /_local/mailbox: the mails this machine would have sent (password recovery, magic link, invitation), newest first, to be opened on
// the phone that tries the app. Only on the embedded stack. Called by boot.ts.
import { escapeHtml as escape, isLoopback } from './loopback.ts';
import type { Session } from './session.ts';

interface Mail {
  id: number;
  recipient: string;
  subject: string;
  body_text: string;
  link: string | null;
  sent_at: string;
}

const shown = 50;

/** GET /_local/mailbox lists, GET /_local/mailbox/:id shows one mail. */
export function createMailbox(session: Session): (request: Request) => Promise<Response> {
  return async (request) => {
    if (!isLoopback(new URL(request.url).hostname)) return page('Not found', '<p>Open this on the machine that runs Nexio.</p>', 404);
    const id = /^\/_local\/mailbox\/(\d+)$/.exec(new URL(request.url).pathname)?.[1];
    if (id) {
      const [mail] = await session.query<Mail>('select * from local_stack.mails where id = $1', [id]);
      return mail ? page(mail.subject, mailBody(mail)) : page('Not found', '<p>This mail is not here.</p>', 404);
    }
    const mails = await session.query<Mail>(`select * from local_stack.mails order by id desc limit ${shown}`);
    return page('Mailbox', mails.length > 0 ? `<ul>${mails.map(mailRow).join('')}</ul>` : '<p>No mail yet.</p>');
  };
}

function mailRow(mail: Mail): string {
  return `<li><a class="row" href="/_local/mailbox/${mail.id}"><b dir="auto">${escape(mail.subject)}</b>
    <span><bdi>${escape(mail.recipient)}</bdi> · <time>${escape(mail.sent_at.slice(0, 16))}</time></span></a></li>`;
}

function mailBody(mail: Mail): string {
  const text = mail.link
    ? mail.body_text
        .replace(mail.link, '')
        .replace(/Or follow this link:\s*$/, '')
        .trim()
    : mail.body_text;
  const link = mail.link ? `<p><a class="open" href="${escape(mail.link)}">Open the link of this mail</a></p>` : '';
  return `<p><bdi>${escape(mail.recipient)}</bdi> · <time>${escape(mail.sent_at.slice(0, 16))}</time></p>
    <pre dir="auto">${escape(text)}</pre>${link}<p><a class="back" href="/_local/mailbox">All mails</a></p>`;
}

function page(title: string, body: string, status = 200): Response {
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${escape(title)}</title><style>
:root{color-scheme:dark}*{box-sizing:border-box}body{margin:0 auto;max-width:40rem;padding:1rem;font:16px/1.5 system-ui,sans-serif;background:#0b1020;color:#e8ecf6}
h1{font-size:1.25rem;margin:.5rem 0 1rem}ul{list-style:none;padding:0;margin:0;display:grid;gap:.5rem}
.row{display:grid;gap:.125rem;min-height:44px;padding:.75rem 1rem;border:1px solid #ffffff24;border-radius:14px;background:#ffffff0f;color:inherit;text-decoration:none}
.row span,time{color:#aab4cc;font-size:.875rem}time{white-space:nowrap}pre{white-space:pre-wrap;overflow-wrap:anywhere;font:inherit}
.open,.back{display:inline-flex;align-items:center;min-height:44px;padding:0 1.25rem;border-radius:12px}
.open{background:#5b8cff;color:#06102b;font-weight:600;text-decoration:none}.back{padding:0;color:#9db8ff}
</style></head><body><h1 dir="auto">${escape(title)}</h1>${body}</body></html>`;
  return new Response(html, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    },
  });
}
