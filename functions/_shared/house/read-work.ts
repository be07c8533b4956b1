// What a reviewer has before them, whatever its shape: the words customers read, in which language they should be, and what counts as true. Called by review-post.ts and score-post.ts.
import { languages, PostTags, type Language } from '../payloads.ts';
import type { ModelFacts } from '../models/types.ts';
import { fold, tidy } from './fold.ts';

export type Work = {
  /** a post of the first chain, an answer or a sample (which need not say the request), one text in another language, or any other text for customers */
  kind: 'post' | 'answer' | 'translation' | 'copy';
  headline: string;
  body: string;
  tags: PostTags | null;
  /** null: not to be judged (Darija in Latin letters) */
  language: Language | null;
  /** what the text must say: the request, or the source of a translation; '' when it need not say anything */
  mustSay: string;
  /** what is true besides request and Brand DNA: figures of colleagues, the run's own input */
  known: string;
};

type Fields = Record<string, unknown>;
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Notes of a colleague to the team: no customer reads them. */
const inner = new Set(
  'say why why_them because risk reason reasons reading responsibility recommended purpose picture facts_used facts sources source needs_person hypothesis missing ask slug url reference do_not facts_to_get order kept adapted doubtful changed facts_kept point act kind language script region country confidence angle key role send_if ends_when template page_id id name platform format media path speaker needs_consent news_value needs_sign_off questions fields collects item steps_for escalate cause evidence verdict findings score mime question why_now reason_to_share test obstacles'.split(
    ' ',
  ),
);
/** Words of strangers: what they say makes nothing true. */
const strangers = new Set(
  'comment comments message messages review reviews conversation sentiment sentiment_and_intent mentions alarm competitors material interaction gather quotes examples'.split(
    ' ',
  ),
);

/** Every text a customer reads, in order. */
export function customerTexts(value: unknown): string[] {
  if (typeof value === 'string')
    // a hashtag, an address, a choice of the program (`get_directions`)
    return value.trim() && !/^(?:#\S+|https?:\S+|[a-z]+(?:_[a-z]+)+)$/u.test(value.trim()) ? [value.trim()] : [];
  if (Array.isArray(value)) return value.flatMap(customerTexts);
  return isFields(value) ? Object.entries(value).flatMap(([name, member]) => (inner.has(name) ? [] : customerTexts(member))) : [];
}

const postFields = new Set(['say', 'body', 'headline', 'item']);

function kindOf(work: Fields): Work['kind'] {
  if (Array.isArray(work.kept) && Array.isArray(work.doubtful)) return 'translation';
  if (!('headline' in work) && ['needs_person', 'facts_used', 'facts_kept', 'do_not', 'ask'].some((name) => name in work)) return 'answer';
  const isPost =
    typeof work.body === 'string' && typeof work.headline === 'string' && Object.keys(work).every((name) => postFields.has(name));
  return isPost ? 'post' : 'copy';
}

/** The language the text should be in: its own word for it, the adapter's, the localisation's target, else the run's. */
function languageOf(work: Fields, kind: Work['kind'], target: unknown, run: Language): Language | null {
  if (work.script === 'latin') return null;
  const told = languages.find((one) => one === work.language);
  if (told) return told;
  if (kind !== 'translation') return run;
  if (typeof target === 'string') return languages.find((one) => target.toLowerCase().startsWith(one)) ?? run;
  return 'region' in work ? 'fr' : 'script' in work || 'country' in work ? 'ar' : run;
}

/** Texts and numbers of a value, without strangers' words. */
function truths(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number') return [...new Set([0, 1, 2].map((places) => String(Number(Math.abs(value).toFixed(places)))))];
  if (Array.isArray(value)) return value.flatMap(truths);
  return isFields(value) ? Object.entries(value).flatMap(([name, member]) => (strangers.has(name) ? [] : truths(member))) : [];
}

const flat = (text: string) => fold(tidy(text)).replace(/\s+/g, ' ');

/** null when there is nothing in front of the reviewer. */
export function readWork({ request, outputs, input, item }: ModelFacts, run: Language): Work | null {
  const given = input.text ?? outputs.text;
  const under = typeof given === 'string' ? { body: given } : Array.isArray(given) ? { parts: given } : given;
  if (!isFields(under)) return null;
  const runInput = isFields(outputs.input) ? outputs.input : {};
  const kind = kindOf(under);
  const texts = customerTexts(under);
  const headline = typeof under.headline === 'string' ? under.headline.trim() : '';
  const source = kind === 'translation' ? (runInput.source ?? null) : null;
  // a colleague's text is no proof of itself: neither the work nor what was built from it
  const own = texts.map(flat).filter((text) => text.length > 20);
  const isMadeOfIt = (output: unknown) =>
    customerTexts(output).some((text) => own.some((one) => one.includes(flat(text)) || flat(text).includes(one)));
  const colleagues = Object.entries(outputs).filter(
    ([name, output]) => name !== 'input' && name !== 'text' && !strangers.has(name) && !isMadeOfIt(output),
  );
  // an order is said back to the one who gives it, in their words: how many, when, where
  const order = isFields(under.order)
    ? [under.order.quantity, under.order.when, under.order.where].flatMap(truths).filter((one) => !/[%٪]/u.test(one))
    : [];
  const ownTags = Array.isArray(under.hashtags) ? { hashtags: under.hashtags, call_to_action: '' } : null;
  return {
    kind,
    headline,
    body: kind === 'post' ? String(under.body) : texts.join('\n'),
    tags: PostTags.safeParse(input.hashtags_and_call_to_action ?? outputs.hashtags_and_call_to_action ?? ownTags).data ?? null,
    language: languageOf(under, kind, runInput.target, run),
    mustSay: kind === 'answer' ? '' : source ? customerTexts(source).join('\n') : request,
    known:
      kind === 'post'
        ? ''
        : [
            request,
            ...order,
            ...truths(runInput),
            ...truths(item),
            ...colleagues.flatMap(([, output]) => truths(output)),
            ...truths(source),
          ]
            .join('\n')
            .slice(0, 20_000),
  };
}
