// Groups of customers and the test of subject lines against figures worked out by hand.
import { describe, expect, it } from 'vitest';
import { proveLanguages, proveSkill } from '../../../../tests/eval/prove-skill.ts';
import { runSkill } from '../../../../tests/run-skill.ts';
import { audienceSegmentation } from './audience-segmentation.ts';
import { subjectAbTester } from './subject-ab-tester.ts';

type Check = (output: Record<string, unknown>) => void;
const now = '2026-11-21T09:00:00Z';
const ago = (days: number | null) => (days === null ? null : new Date(Date.parse(now) - days * 86_400_000).toISOString());

describe('audience-segmentation', () => {
  type Traits = {
    orders?: number;
    value?: number;
    order?: number | null;
    click?: number | null;
    joined?: number;
    subscribed?: boolean;
    place?: string;
    language?: string;
    interests?: string[];
  };
  const people = (prefix: string, count: number, { orders = 0, value = 0, order = null, click = null, joined = 300, ...more }: Traits) =>
    Array.from({ length: count }, (_, at) => ({
      id: `${prefix}-${at}`,
      subscribed: true,
      language: 'fr',
      place: '',
      orders,
      value,
      interests: [] as string[],
      last_order_at: ago(order),
      last_click_at: ago(click),
      joined_at: ago(joined),
      ...more,
    }));
  const prove = (all: object[], check: Check, wanted = '') =>
    proveSkill(audienceSegmentation, 'audience-segmentation', { people: all, now, wanted }, check);
  const sizes = (output: Record<string, unknown>) =>
    Object.fromEntries((output.segments as { key: string; size: number }[]).map(({ key, size }) => [key, size]));

  // 90 customers in thirds of thirty: by recency 10, 50, 150 days; by orders 9, 4, 2
  const house = [
    ...people('regular', 30, { orders: 9, value: 50, order: 10 }),
    ...people('slipping', 30, { orders: 4, value: 20, order: 150 }),
    ...people('big', 30, { orders: 2, value: 900, order: 50 }),
    ...people('new', 25, { joined: 10 }),
    ...people('curious', 20, { click: 20 }),
    ...people('asleep', 20, { orders: 5, value: 30, order: 200 }),
  ];

  it('puts each person in one group by what they did', async () => {
    await prove(house, (output) => {
      // the sleepers shift the thirds of the 110 customers: recency 30 / 30 / 50, orders 30 (9), 20 (5), 30 (4), 30 (2)
      expect(sizes(output)).toEqual({ regulars: 30, big_spenders: 30, slipping: 30, new: 25, curious: 20, asleep: 20 });
      const all = (output.segments as { people: string[] }[]).flatMap(({ people: ids }) => ids);
      expect(new Set(all).size).toBe(155);
      expect(output.segments).toContainEqual(
        expect.objectContaining({ key: 'regulars', share: 0.1935, rule: 'Ont acheté récemment et souvent.' }),
      );
      expect(output.excluded).toEqual({ unsubscribed: 0, silent: 0 });
    });
  });

  it('leaves out who has unsubscribed or been silent for a year', async () => {
    const gone = [...people('no', 7, { subscribed: false, orders: 3, order: 5 }), ...people('silent', 5, { joined: 800, click: 366 })];
    await prove([...house, ...gone], (output) => {
      expect(output).toMatchObject({ excluded: { unsubscribed: 7, silent: 5 } });
      expect(JSON.stringify(output.segments)).not.toMatch(/"(?:no|silent)-/);
    });
  });

  it('joins a group below twenty with its neighbour, and keeps one when all are few', async () => {
    await prove([...house, ...people('more', 19, { click: 90, joined: 200 })], (output) =>
      expect(sizes(output)).toMatchObject({ steady_and_slipping: 49, new: 25 }),
    );
    const few = [...people('regular', 6, { orders: 9, value: 5, order: 10 }), ...people('new', 5, { joined: 10 })];
    await prove(few, (output) => expect(Object.values(sizes(output))).toEqual([11]));
  });

  it('cuts across by place, interest and language when asked', async () => {
    const tana = house.map((person, at) => ({
      ...person,
      place: at < 40 ? 'Antananarivo' : 'Toamasina',
      interests: at < 30 ? ['robes'] : [],
      language: at < 25 ? 'mg' : 'fr',
    }));
    await prove(tana, (output) => expect(sizes(output)).toMatchObject({ wanted: 40 }), 'les clients d’Antananarivo');
    await prove(tana, (output) => expect(sizes(output)).toMatchObject({ wanted: 25 }), 'Antananarivo, robes, en malgache');
    const small = tana.map((person, at) => ({ ...person, place: at < 5 ? 'Antsirabe' : '' }));
    await prove(small, (output) => expect(output.say).toContain('Moins de 20 personnes'), 'clients d’Antsirabe');
  });

  it.each(['nos clients musulmans', 'people who are sick', 'les électeurs de l’opposition', 'ny marary', 'الزبائن المسلمون'])(
    'makes no group by what is private: %s',
    async (wanted) => {
      const all = house.map((person) => ({ ...person, interests: [wanted, 'opposition', 'sick'] }));
      await prove(
        all,
        (output) => {
          expect(output.say).toContain('Je ne trie personne');
          expect(sizes(output)).not.toHaveProperty('wanted');
        },
        wanted,
      );
    },
  );

  it('answers when nobody may be written to', async () => {
    await prove([], (output) =>
      expect(output).toMatchObject({ segments: [{ key: 'everyone', size: 0 }], excluded: { unsubscribed: 0, silent: 0 } }),
    );
    await prove(people('no', 3, { subscribed: false }), (output) =>
      expect(output).toMatchObject({
        segments: [{ key: 'everyone', size: 0, share: 0, people: [] }],
        excluded: { unsubscribed: 3, silent: 0 },
      }),
    );
  });

  it('sorts 20,000 people in less than a second', async () => {
    const many = people('p', 20_000, {}).map((person, at) => ({
      ...person,
      orders: at % 50,
      value: at,
      last_order_at: ago((at % 170) + 1),
    }));
    const started = performance.now();
    await runSkill(audienceSegmentation, 'audience-segmentation', { people: many, now, wanted: '' });
    expect(performance.now() - started).toBeLessThan(3000);
  });

  it('speaks four languages', async () => {
    await proveLanguages(audienceSegmentation, 'audience-segmentation', () => ({ people: house, now, wanted: '' }));
    await proveLanguages(audienceSegmentation, 'audience-segmentation', () => ({ people: house, now, wanted: 'health' }));
    await proveLanguages(audienceSegmentation, 'audience-segmentation', () => ({
      people: people('no', 3, { subscribed: false }),
      now,
      wanted: '',
    }));
  });
});

describe('subject-ab-tester', () => {
  const subjects = ['Nos samosas du samedi', 'Samedi, tout à 500 Ar'];
  const people = (count: number) => Array.from({ length: count }, (_, at) => `person-${at}`);
  const prove = (input: object, check: Check) =>
    proveSkill(subjectAbTester, 'subject-ab-tester', { subjects, people: people(1000), ...input }, check);
  const result = (subject: number, delivered: number, clicked: number, opened = 0) => ({ subject, delivered, clicked, opened });
  const judged = (hours_since: number, results: object[]) => ({ act: 'judge', hours_since, results });

  it('tries on 30 %, shared evenly, each person in one group, the same every time', async () => {
    const output = await prove({ act: 'split' }, (found) => {
      expect(found).toMatchObject({ act: 'split', state: 'split', rest: 700, winner: null, judged_by: 'none' });
      expect((found.groups as { people: string[] }[]).map(({ people: ids }) => ids.length)).toEqual([150, 150]);
    });
    const ids = (output.groups as { people: string[] }[]).flatMap(({ people: each }) => each);
    expect(new Set(ids).size).toBe(300);
    // not the first 300 of the list: early and late people alike
    expect(ids.filter((id) => Number(id.slice(7)) >= 500).length).toBeGreaterThan(100);
    const again = await runSkill(subjectAbTester, 'subject-ab-tester', { act: 'split', subjects, people: people(1000).toReversed() });
    expect(again.groups).toEqual(output.groups);
  });

  it('gives each group a hundred at least, and tests nothing below 400 people', async () => {
    await prove({ act: 'split', subjects: [...subjects, 'Samosas'], people: people(400) }, (output) => {
      expect((output.groups as { people: string[] }[]).map(({ people: ids }) => ids.length)).toEqual([100, 100, 100]);
      expect(output).toMatchObject({ rest: 100 });
    });
    await prove({ act: 'split', people: people(399) }, (output) =>
      expect(output).toMatchObject({ state: 'too_small', rest: 0, groups: [{ subject: 0 }] }),
    );
    await prove({ act: 'split', people: people(450).map((id, at) => (at < 60 ? 'person-1' : id)) }, (output) => {
      expect(output).toMatchObject({ state: 'too_small', rest: 0 });
      expect((output.groups as { people: string[] }[])[0]?.people).toHaveLength(391);
    });
    await prove({ act: 'split', people: [] }, (output) =>
      expect(output).toMatchObject({ state: 'too_small', groups: [{ subject: 0, people: [] }] }),
    );
  });

  it('judges by clicks: 9 against 24 of 150, z = 2.76', async () => {
    // pooled 0.11, error sqrt(0.11 x 0.89 x 2 / 150) = 0.03613, z = 0.1 / 0.03613 = 2.768, p = 0.00564
    await prove(judged(4, [result(0, 150, 9, 80), result(1, 150, 24, 60)]), (output) => {
      expect(output).toMatchObject({ state: 'winner', winner: 1, judged_by: 'clicks', rest: 700, groups: [] });
      expect(output.p_value).toBeCloseTo(0.00564, 4);
      expect(output.say).toMatch(/tout à 500 Ar.*16\s%.*700/);
    });
  });

  it('judges by opens when there are few clicks, and warns', async () => {
    await prove(judged(5, [result(0, 150, 3, 75), result(1, 150, 4, 45)]), (output) => {
      expect(output).toMatchObject({ state: 'winner', winner: 0, judged_by: 'opens' });
      expect(output.say).toContain('prudence');
    });
  });

  it.each([
    ['before four hours', judged(3.9, [result(0, 150, 9), result(1, 150, 24)]), 'waiting'],
    ['without results', judged(30, []), 'waiting'],
    ['with few clicks and no difference yet', judged(5, [result(0, 150, 3, 50), result(1, 150, 4, 51)]), 'waiting'],
    ['with enough clicks and no difference', judged(5, [result(0, 150, 15), result(1, 150, 16)]), 'no_difference'],
    ['after a day in any case', judged(24, [result(0, 150, 3, 50), result(1, 150, 4, 51)]), 'no_difference'],
    ['with nothing delivered', judged(24, [result(0, 0, 0), result(1, 0, 0)]), 'no_difference'],
  ])('%s: %j', async (_, input, state) => {
    await prove(input, (output) => expect(output).toMatchObject({ act: 'judge', state, winner: null, groups: [] }));
  });

  it('speaks four languages', async () => {
    for (const input of [
      { act: 'split' },
      judged(4, [result(0, 150, 9), result(1, 150, 24)]),
      judged(1, []),
      judged(24, [result(0, 150, 3, 50), result(1, 150, 4, 51)]),
    ])
      await proveLanguages(subjectAbTester, 'subject-ab-tester', () => ({ subjects: ['Un', 'Deux'], people: people(1000), ...input }));
  });
});
