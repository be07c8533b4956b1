// Skill audience-segmentation: customers grouped by what they did. Pure; listed in email-skills.ts.
import { fold } from '../../../_shared/house/fold.ts';
import type { Language } from '../../../_shared/payloads.ts';
import { sayFrom } from '../say.ts';
import { sayList, sayNumber } from '../say-figures.ts';
import type { SkillFunction } from '../skill.ts';
import { type Person, quietDays, thirdsOf } from './person.ts';
import { languageWords, privateMatters, segmentNames, segmentPhrases, segmentRules } from './segment-words.ts';

type Input = { people: Person[]; now: string; wanted: string };
/** In the order of nearness: a group that is too small joins the next one. */
const keys = ['regulars', 'big_spenders', 'steady', 'slipping', 'new', 'curious', 'asleep'] as const;
export type SegmentKey = (typeof keys)[number];
type Segment = { key: string; name: string; rule: string; size: number; share: number; people: string[] };

const leastPeople = 20;
const newDays = 30;
const curiousDays = 60;
const asleepDays = 180;
const silentDays = 365;

/** No order, click or joining for twelve months: to be asked once, then left out. */
const isSilent = (person: Person, now: string) =>
  [person.last_order_at, person.last_click_at, person.joined_at].every((moment) => quietDays(moment, now) > silentDays);

/** Where each person belongs; thirds are those of the customers with an order. */
function whereEachBelongs(people: Person[], now: string): (person: Person) => SegmentKey {
  const customers = people.filter(({ orders }) => orders > 0);
  const since = (person: Person) => quietDays(person.last_order_at, now);
  // the fewer days since the last order, the better the recency
  const [recency, frequency, value] = [
    thirdsOf(customers.map((each) => -since(each))),
    thirdsOf(customers.map(({ orders }) => orders)),
    thirdsOf(customers.map((each) => each.value)),
  ];
  return (person) => {
    const quiet = Math.min(since(person), quietDays(person.last_click_at, now));
    if (quietDays(person.joined_at, now) <= newDays || (person.orders === 1 && since(person) <= newDays)) return 'new';
    if (quiet > asleepDays) return 'asleep';
    if (person.orders === 0) return quietDays(person.last_click_at, now) <= curiousDays ? 'curious' : 'steady';
    const [r, f, v] = [recency(-since(person)), frequency(person.orders), value(person.value)];
    if (r === 'upper' && f === 'upper') return 'regulars';
    if (f !== 'lower' && r === 'lower') return 'slipping';
    return v === 'upper' && f === 'lower' ? 'big_spenders' : 'steady';
  };
}

/** Groups below twenty join their neighbour: too small to learn from, and easy to recognise. */
function joinSmall(groups: Map<SegmentKey, Person[]>): [SegmentKey[], Person[]][] {
  const joined: [SegmentKey[], Person[]][] = keys.flatMap((key): [SegmentKey[], Person[]][] => {
    const members = groups.get(key) ?? [];
    return members.length > 0 ? [[[key], members]] : [];
  });
  for (;;) {
    const at = joined.findIndex(([, members]) => members.length < leastPeople);
    const small = joined[at];
    const neighbour = joined[at + 1] ?? joined[at - 1];
    if (!small || !neighbour) return joined;
    neighbour[0] = keys.filter((key) => neighbour[0].includes(key) || small[0].includes(key));
    neighbour[1] = [...neighbour[1], ...small[1]];
    joined.splice(at, 1);
  }
}

/** Who is meant by the place, interest or language that `wanted` names; null when it names none. */
function cutAcross(people: Person[], wanted: string): Person[] | null {
  const text = ` ${fold(wanted)} `;
  const says = (word: string) => fold(word).length > 2 && text.includes(fold(word));
  const language = (Object.keys(languageWords) as Language[]).find((key) => languageWords[key].test(text));
  const tests: ((person: Person) => boolean)[] = [];
  if (people.some(({ place }) => says(place))) tests.push(({ place }) => says(place));
  if (people.some(({ interests }) => interests.some(says))) tests.push(({ interests }) => interests.some(says));
  if (language) tests.push((person) => person.language === language);
  return tests.length > 0 ? people.filter((person) => tests.every((isMeant) => isMeant(person))) : null;
}

export const audienceSegmentation: SkillFunction = ({ context }) => {
  const { people: all, now, wanted } = context.input as Input;
  const { language } = context.run;
  const subscribed = all.filter((person) => person.subscribed);
  const silent = subscribed.filter((person) => isSilent(person, now));
  const people = subscribed.filter((person) => !isSilent(person, now));
  const keyOf = whereEachBelongs(people, now);
  const groups = Map.groupBy(people, keyOf);

  const segment = (parts: SegmentKey[], members: Person[]): Segment => ({
    key: parts.join('_and_').slice(0, 60),
    name: sayList(
      parts.map((part) => sayFrom(segmentNames, language, part)),
      language,
      keys.length,
    ).slice(0, 80),
    rule: parts
      .map((part) => sayFrom(segmentRules, language, part))
      .join(' ')
      .slice(0, 240),
    ...sizeOf(members, people),
  });
  const segments = joinSmall(groups).map(([parts, members]) => segment(parts, members));
  const isPrivate = privateMatters.test(fold(wanted));
  const meant = wanted && !isPrivate ? cutAcross(people, wanted) : null;
  const asked: Segment[] =
    meant && meant.length >= leastPeople
      ? [
          {
            key: 'wanted',
            name: wanted.slice(0, 80),
            rule: sayFrom(segmentPhrases, language, 'wanted_rule', { wanted }).slice(0, 240),
            ...sizeOf(meant, people),
          },
        ]
      : [];
  const nobody: Segment = {
    key: 'everyone',
    name: sayFrom(segmentNames, language, 'everyone'),
    rule: sayFrom(segmentRules, language, 'everyone'),
    ...sizeOf([], people),
  };
  const found = [...asked, ...segments];
  const note = isPrivate ? 'private' : meant && meant.length < leastPeople ? 'wanted_small' : null;
  const told = sayFrom(segmentPhrases, language, found.length > 0 ? 'summary' : 'nobody', {
    people: sayNumber(people.length, language),
    list: sayList(
      found.map(({ name, size }) => `${name} (${sayNumber(size, language)})`),
      language,
      4,
    ),
    silent: sayNumber(silent.length, language),
  });
  return {
    say: (note ? `${sayFrom(segmentPhrases, language, note)} ${told}` : told).slice(0, 500),
    segments: found.length > 0 ? found : [nobody],
    excluded: { unsubscribed: all.length - subscribed.length, silent: silent.length },
  };
};

const sizeOf = (members: Person[], all: Person[]) => ({
  size: members.length,
  share: all.length === 0 ? 0 : Number((members.length / all.length).toFixed(4)),
  people: members.map(({ id }) => id),
});
