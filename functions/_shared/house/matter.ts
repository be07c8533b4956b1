// What an order of the engine is about: `A short film: behind the scenes of “X”` is about X behind the scenes, and no customer should read the order. Called by the writers.
import { fold, tidy } from './fold.ts';

const orders = /publication|lahatsoratra|video|film|horonan-?tsary|post\b|منشور|فيديو/u;
const backstage = /coulisses|ambadika|behind the scenes|كواليس/u;
const welcome = /lettre de bienvenue|taratasy fandraisana|welcome letter|رساله ترحيب|رسالة ترحيب/u;

/** The words an order quotes; a request that orders nothing stays as it is. */
export function matterOf(request: string): string {
  const [all = '', before = '', quoted = ''] = /^([^«“]*)[«“]\s*([^»”]{3,})\s*[»”]/u.exec(request) ?? [];
  if (!all || !orders.test(fold(tidy(before)))) return request;
  const matter = quoted.trim();
  const cue = backstage.exec(fold(tidy(before)))?.[0];
  return cue ? `${cue}: ${matter}` : matter;
}

/** A first letter to someone who has just subscribed: it has no offer of its own. */
export const isWelcome = (request: string): boolean => welcome.test(fold(tidy(request)));
