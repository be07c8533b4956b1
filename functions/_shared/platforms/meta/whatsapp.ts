// One message over the WhatsApp Business Cloud API. Called by skill whatsapp-api.
// https://developers.facebook.com/docs/whatsapp/cloud-api/reference/messages · error codes: …/cloud-api/support/error-codes
import type { Door } from '../door.ts';
import { PlatformError } from '../platform-error.ts';
import { rows, text } from '../json.ts';
import { graph } from './graph.ts';

export type Template = { name: string; language: string; values: string[] };
export type Outgoing = { to: string; body: string; buttons: string[]; template: Template | null };
export type Sent = { state: 'sent'; message_id: string } | { state: 'needs_template' | 'bad_number' | 'rate_limited'; message_id: '' };

/** What the platform's code means for this one message; others are the account's trouble. */
const states: Record<string, Exclude<Sent['state'], 'sent'>> = {
  131047: 'needs_template',
  132001: 'needs_template',
  131026: 'bad_number',
  131030: 'bad_number',
  131021: 'bad_number',
  130429: 'rate_limited',
  131048: 'rate_limited',
  131056: 'rate_limited',
};

function payload({ to, body, buttons, template }: Outgoing): Record<string, unknown> {
  const head = { messaging_product: 'whatsapp', recipient_type: 'individual', to: to.replace(/^\+/, '') };
  if (template) {
    const parameters = template.values.map((value) => ({ type: 'text', text: value }));
    const components = parameters.length > 0 ? [{ type: 'body', parameters }] : [];
    return { ...head, type: 'template', template: { name: template.name, language: { code: template.language }, components } };
  }
  if (buttons.length === 0) return { ...head, type: 'text', text: { body, preview_url: false } };
  const replies = buttons.map((title, at) => ({ type: 'reply', reply: { id: `b${at + 1}`, title } }));
  return { ...head, type: 'interactive', interactive: { type: 'button', body: { text: body }, action: { buttons: replies } } };
}

/** The account's secret: token, phone_number_id. `to` in E.164. @throws PlatformError when the account, not the message, is in trouble */
export async function sendWhatsApp(door: Door, message: Outgoing): Promise<Sent> {
  try {
    const answer = await graph(door, `${door.secret.phone_number_id}/messages`, {
      method: 'POST',
      json: payload(message),
      isRepeatable: false,
    });
    return { state: 'sent', message_id: text(rows(answer.messages)[0]?.id, 200) };
  } catch (error) {
    const state = error instanceof PlatformError ? states[error.reason] : undefined;
    if (!state) throw error;
    return { state, message_id: '' };
  }
}
