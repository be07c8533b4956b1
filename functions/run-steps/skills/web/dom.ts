// Pages are built as trees and written by a serializer that escapes: no text can become markup. Called by the web and SEO skills.
import render from 'dom-serializer';
import { type AnyNode, Document, Element, Text } from 'domhandler';

type Child = AnyNode | string | null | false;

/** An element; empty attributes are left out, `true` writes the bare name, texts become text nodes. */
export function element(
  name: string,
  attributes: Record<string, string | number | boolean | null | undefined>,
  ...children: Child[]
): Element {
  const written = Object.entries(attributes).flatMap(([key, value]): [string, string][] =>
    value === null || value === undefined || value === false ? [] : [[key, value === true ? '' : String(value)]],
  );
  const nodes = children.filter((child): child is AnyNode | string => child !== null && child !== false);
  return link(
    new Element(
      name,
      Object.fromEntries(written),
      nodes.map((child) => (typeof child === 'string' ? new Text(clean(child)) : child)),
    ),
  );
}

/** Parents and neighbours, which selectors ask for. */
function link(parent: Element): Element {
  parent.children.forEach((child, at) => {
    child.parent = parent;
    child.prev = parent.children[at - 1] ?? null;
    child.next = parent.children[at + 1] ?? null;
  });
  return parent;
}

/** Control letters, and marks that turn the direction of what follows. */
const unwanted = /(?![\n\t\r])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu;
export const clean = (text: string): string => text.replaceAll(unwanted, '');

/** A text with its line breaks. */
export const paragraphs = (text: string): Element[] =>
  text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => element('p', {}, line));

export const writeNodes = (nodes: AnyNode | AnyNode[]): string => render(nodes, { encodeEntities: 'utf8' });
export const writeDocument = (html: Element): string => `<!doctype html>\n${writeNodes(new Document([html]))}`;

/** Address of a link on a page we made: https, mailto, tel, a chat on WhatsApp, a place on the page; null for all others. */
export function safeAddress(address: string): string | null {
  const plain = address.trim();
  if (/^#[\w-]{1,60}$/.test(plain)) return plain;
  if (/^tel:\+?[\d-]{4,20}$/.test(plain)) return plain;
  const url = URL.parse(plain);
  if (url?.protocol === 'mailto:') return /^mailto:[^\s@?]+@[^\s@?]+$/.test(plain) ? plain : null;
  return url && (url.protocol === 'https:' || url.protocol === 'whatsapp:') && !url.username ? url.href : null;
}

/** Address of a picture: https, or a file of the tenant in bucket media. */
export function pictureAddress(path: string): string | null {
  const plain = path.trim();
  if (/^https:/i.test(plain)) return safeAddress(plain);
  const parts = plain.replace(/^\//, '').split('/');
  const isPath = parts.length > 1 && parts.every((part) => /^[\w.@-]+$/.test(part) && part !== '..');
  return isPath ? `/media/${parts.join('/')}` : null;
}
