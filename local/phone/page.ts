// The phone page as HTML: the list of phones, and one phone with its chat. Called by phone.ts.
import { randomBytes } from 'node:crypto';
import type { Chat, ChatDouble, ChatMessage } from '../doubles/chat-double.ts';
import { escapeHtml as escape } from '../loopback.ts';
import { script, style } from './look.ts';
import { phoneWords, type PhoneLanguage, type PhoneWords } from './words.ts';

export type Shown = { language: PhoneLanguage; doubles: ChatDouble[]; /** what was wrong with the last number */ wrong?: boolean };
type Open = { double: ChatDouble; chat: Chat };

const names = { whatsapp: 'WhatsApp', telegram: 'Telegram' };
const root = '/_local/phone';
const pathOf = (double: ChatDouble, chat: string) => `${root}/${double.channel}/${encodeURIComponent(chat)}`;
const clock = (at: string) => new Date(at).toLocaleTimeString('fr-FR', { hour: '2-digit', minute: '2-digit' });
const icons = {
  photo: '<path d="M4 8h3l2-3h6l2 3h3v11H4z"/><circle cx="12" cy="13" r="3.5"/>',
  voice: '<rect x="9" y="3" width="6" height="11" rx="3"/><path d="M6 11a6 6 0 0 0 12 0M12 17v4"/>',
  forward: '<path d="M13 6l7 6-7 6v-4c-5 0-8 2-9 4 0-6 4-8 9-8z"/>',
  send: '<path d="M4 4l17 8-17 8 3-8z"/>',
};
const icon = (name: keyof typeof icons) =>
  `<svg width="24" height="24" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linejoin="round" stroke-linecap="round" aria-hidden="true">${icons[name]}</svg>`;

/** *bold* and _italic_ as chats write them, and addresses that open. */
function styled(text: string): string {
  return escape(text)
    .replaceAll(/https?:\/\/[^\s<]+/g, (url) => `<a href="${url}" rel="noreferrer noopener" target="_blank">${url}</a>`)
    .replaceAll(/(^|[\s(])\*(?=\S)([^*\n]+?)\*(?=$|[\s.,;:!?)])/gm, '$1<b>$2</b>')
    .replaceAll(/(^|[\s(])_(?=\S)([^_\n]+?)_(?=$|[\s.,;:!?)])/gm, '$1<i>$2</i>');
}

const gist = (say: PhoneWords, message: ChatMessage | null): string =>
  message
    ? message.text.replaceAll('*', '').split('\n').find(Boolean) || (message.media?.kind === 'voice' ? say.voice_word : say.photo_word)
    : '';

function row(say: PhoneWords, { double, chat }: Open, isOpen: boolean): string {
  const at = chat.last ? `<time>${clock(chat.last.at)}</time>` : '<span></span>';
  return `<li><a class="row" href="${pathOf(double, chat.id)}"${isOpen ? ' aria-current="page"' : ''}>
<span class="face ${double.channel === 'telegram' ? 't' : ''}" aria-hidden="true">${escape([...chat.name][0] ?? '?')}</span><b><bdi>${escape(chat.name)}</bdi></b>${at}
<span class="said"><bdi>${names[double.channel]} · ${escape(gist(say, chat.last).slice(0, 80))}</bdi></span></a></li>`;
}

function list(say: PhoneWords, { doubles, wrong }: Shown, open?: Open): string {
  const rows = doubles
    .flatMap((double) => double.chats().map((chat): Open => ({ double, chat })))
    .map((one) => row(say, one, one.double === open?.double && one.chat.id === open.chat.id));
  const channels = doubles.map(({ channel }) => `<option value="${channel}">${names[channel]}</option>`).join('');
  return `<section class="list"><header class="bar"><div><h1>${say.title}</h1><p>${say.hint}</p></div></header>
<ul class="rows">${rows.join('') || `<li class="none">${say.nobody}</li>`}</ul>
<form class="new" method="post" action="${root}/open">
<label>${say.chats}<select name="channel">${channels}</select></label>
<label>${say.number}<input name="id" required inputmode="tel" autocomplete="off" placeholder="034 12 345 67" dir="ltr"></label>
<label>${say.name}<input name="name" maxlength="60" autocomplete="off" dir="auto"></label>
${wrong ? `<p class="wrong" role="alert">${say.bad_number}</p>` : ''}<button class="primary">${say.open}</button></form></section>`;
}

function bubble(say: PhoneWords, { double, chat }: Open, message: ChatMessage, quoted: ChatMessage | undefined): string {
  const isMine = message.from === 'person';
  const path = pathOf(double, chat.id);
  const file = message.media && `${path}/media/${encodeURIComponent(message.id)}`;
  const picture = message.media?.kind === 'image' ? `<img src="${file}" alt="${say.photo_word}">` : '';
  const sound = message.media?.kind === 'voice' ? `<audio controls preload="none" src="${file}"></audio>` : '';
  const other = message.media?.kind === 'document' ? `<p><a href="${file}">${escape(message.media.name)}</a></p>` : '';
  const ticks = { sent: ['✓', say.sent], delivered: ['✓✓', say.delivered], failed: ['!', say.failed] } as const;
  const [sign, meaning] = ticks[message.state ?? 'sent'];
  const tick = isMine
    ? `<span class="${message.state === 'failed' ? 'bad' : 'tick'}" role="img" aria-label="${meaning}" title="${meaning}">${sign}</span>`
    : '';
  const buttons = (message.buttons ?? []).map(({ id, title, url }) =>
    url
      ? `<a href="${escape(url)}" target="_blank" rel="noreferrer noopener">${escape(title)}</a>`
      : `<button name="button" value="${escape(id)}"><bdi>${escape(title)}</bdi></button>`,
  );
  return `<li class="b ${isMine ? 'me' : ''}" data-id="${escape(message.id)}"><div class="bubble" tabindex="0">
${message.isForwarded ? `<div class="mark">↪ ${say.forwarded}</div>` : ''}${message.template ? `<div class="mark">${say.template}</div>` : ''}
${quoted ? `<div class="cite" dir="auto">${escape(gist(say, quoted))}</div>` : ''}${picture}${sound}${other}
${message.text ? `<p dir="auto">${styled(message.text)}</p>` : ''}${message.footer ? `<div class="foot" dir="auto">${escape(message.footer)}</div>` : ''}
<div class="meta"><time>${clock(message.at)}</time>${tick}</div></div>
${buttons.length > 0 ? `<form class="taps" data-live method="post" enctype="multipart/form-data" action="${path}"><input type="hidden" name="quote" value="${escape(message.id)}">${buttons.join('')}</form>` : ''}</li>`;
}

function phone(say: PhoneWords, open: Open): string {
  const { double, chat } = open;
  const messages = double.messages(chat.id);
  const byId = new Map(messages.map((message) => [message.id, message]));
  const bubbles = messages.map((message) => bubble(say, open, message, byId.get(message.quotes ?? '')));
  const attach = (name: 'photo' | 'voice', accept: string) =>
    `<label class="round" title="${say[name]}">${icon(name)}<input type="file" name="${name}" accept="${accept}" aria-label="${say[name]}"></label>`;
  return `<main class="phone"><header class="bar"><a class="back" href="${root}" aria-label="${say.back}"><span>‹</span></a>
<span class="face ${double.channel === 'telegram' ? 't' : ''}" aria-hidden="true">N</span><div><h2>${say.business}</h2><p><bdi>${escape(chat.name)}</bdi> · ${names[double.channel]}, ${say.trial}</p></div></header>
<ol class="chat">${bubbles.join('') || `<li class="none">${say.empty}</li>`}</ol>
<form class="write" data-live method="post" enctype="multipart/form-data" action="${pathOf(double, chat.id)}"><input type="hidden" name="quote" value="">
<div class="quoting" hidden><div class="cite" dir="auto"></div><button type="button" class="round" aria-label="${say.stop_answering}">✕</button></div>
<div class="line">${attach('photo', 'image/jpeg,image/png,image/webp')}${attach('voice', 'audio/*')}
<textarea name="text" rows="1" maxlength="4096" dir="auto" placeholder="${say.write}" aria-label="${say.write}"></textarea>
<label class="round" title="${say.forward}">${icon('forward')}<input type="checkbox" name="forwarded" value="1" aria-label="${say.forward}"></label>
<button class="round go" aria-label="${say.send}">${icon('send')}</button></div></form></main>`;
}

function page(language: PhoneLanguage, title: string, body: string, status = 200): Response {
  const nonce = randomBytes(12).toString('base64');
  const html = `<!doctype html><html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${escape(title)}</title><style>${style}</style></head><body>${body}<script nonce="${nonce}">${script}</script></body></html>`;
  const policy = `default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; media-src 'self'; connect-src 'self'; form-action 'self'; script-src 'nonce-${nonce}'; base-uri 'none'; frame-ancestors 'none'`;
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy,
    'referrer-policy': 'same-origin',
    'cache-control': 'no-store',
  };
  return new Response(html, { status, headers });
}

/** The list, and beside it (on a narrow screen instead of it) the phone that is open. */
export function drawPhone(shown: Shown, open?: Open): Response {
  const say = phoneWords[shown.language];
  const side = open ? phone(say, open) : '<main class="phone blank"></main>';
  const title = open ? `${open.chat.name} · ${say.title}` : say.title;
  return page(
    shown.language,
    title,
    `<div class="desk"${open ? ' data-open' : ''}>${list(say, shown, open)}${side}</div>`,
    shown.wrong ? 422 : 200,
  );
}

export function drawNothing(language: PhoneLanguage, isElsewhere: boolean): Response {
  const say = phoneWords[language];
  return page(language, say.title, `<p class="none">${isElsewhere ? say.elsewhere : say.not_found}</p>`, 404);
}
