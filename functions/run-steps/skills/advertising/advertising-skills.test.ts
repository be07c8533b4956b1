// A/B tests, the ROAS rules and the shares of the budget against figures worked out by hand.
import { describe, expect, it } from 'vitest';
import { proveLanguages, proveSkill } from '../../../../tests/eval/prove-skill.ts';
import { abTestEngine } from './ab-test-engine.ts';
import { budgetAllocator } from './budget-allocator.ts';
import { roasCalculator } from './roas-calculator.ts';

type Check = (output: Record<string, unknown>) => void;

describe('ab-test-engine', () => {
  const variant = (key: string, shown: number, successes: number) => ({ key, shown, successes });
  const after = (days: number, variants: object[], more: object = {}) => ({
    variants,
    goal: 'click',
    started_at: '2026-11-01T00:00:00Z',
    now: new Date(Date.UTC(2026, 10, 1 + days)).toISOString(),
    ...more,
  });
  const prove = (input: Record<string, unknown>, check: Check) => proveSkill(abTestEngine, 'ab-test-engine', input, check);

  it('finds the better of two: z = 0.05 / sqrt(0.125 x 0.875 / 500) = 3.381', async () => {
    await prove(after(3, [variant('a', 1000, 100), variant('b', 1000, 150)]), (output) => {
      expect(output).toMatchObject({ state: 'winner', winner: 'b', needed_each: 686, sizes: ['1080x1080', '1200x628', '1080x1920'] });
      expect(output.p_value).toBeCloseTo(0.000723, 5);
      expect(output.rates).toEqual([
        { key: 'a', rate: 0.1, low: 0.08291, high: 0.1202, shown: 1000 },
        { key: 'b', rate: 0.15, low: 0.1292, high: 0.1735, shown: 1000 },
      ]);
      expect(output.say).toMatch(/« b ».*15\s%.*10\s%.*« a »/);
    });
  });

  it.each([
    ['waits for three full days', after(2, [variant('a', 1000, 100), variant('b', 1000, 150)]), 'running'],
    // z = 2.21, p = 0.027: enough for one look, not for one of five (0.01)
    ['divides the threshold by the looks', after(5, [variant('a', 1000, 100), variant('b', 1000, 132)]), 'running'],
    ['wants 100 showings each', after(5, [variant('a', 99, 2), variant('b', 99, 40)]), 'running'],
    ['ends after two weeks', after(14, [variant('a', 1000, 100), variant('b', 1000, 110)]), 'no_difference'],
    ['ends when the versions are the same', after(4, [variant('a', 100_000, 40_000), variant('b', 100_000, 40_200)]), 'no_difference'],
    ['does not judge a version that was cut off', after(5, [variant('a', 5000, 100), variant('b', 600, 90)]), 'stopped_early'],
    ['knows nothing of nothing', after(0, [variant('a', 0, 0), variant('b', 0, 0)]), 'running'],
  ])('%s', async (_, input, state) => {
    const keys = input.variants.map((each) => ({ key: (each as { key: string }).key, shown: (each as { shown: number }).shown }));
    await prove(input, (output) => expect(output).toMatchObject({ state, winner: null, rates: keys }));
  });

  it('corrects for several comparisons: what holds against one need not hold against two', async () => {
    // c against b: z = 2.13, p = 0.033; alone below 0.05, by Holm still the larger of two
    const three = [variant('a', 1000, 60), variant('b', 1000, 100), variant('c', 1000, 130)];
    await prove(after(3, three, { confidence: 0.9 }), (output) => {
      expect(output).toMatchObject({ state: 'running', winner: null });
      expect(output.p_value).toBeCloseTo(0.0356, 3);
    });
    await prove(after(3, [variant('a', 1000, 60), variant('b', 1000, 90), variant('c', 1000, 150)], { goal: 'open' }), (output) =>
      expect(output).toMatchObject({ state: 'winner', winner: 'c', sizes: [] }),
    );
  });

  it('speaks four languages in every state', async () => {
    for (const input of [
      after(3, [variant('a', 1000, 100), variant('b', 1000, 150)]),
      after(1, [variant('a', 1000, 100), variant('b', 1000, 110)]),
      after(1, [variant('a', 1000, 100), variant('b', 1000, 100)]),
      after(14, [variant('a', 1000, 100), variant('b', 1000, 110)]),
      after(5, [variant('a', 5000, 100), variant('b', 600, 90)]),
    ])
      await proveLanguages(abTestEngine, 'ab-test-engine', () => input);
  });
});

const campaign = (id: string, more: object = {}) => ({
  id,
  network: 'meta',
  name: `Campagne ${id}`,
  status: 'active',
  daily_budget: 10_000,
  currency: 'MGA',
  spend: 70_000,
  revenue: 0,
  impressions: 20_000,
  clicks: 400,
  conversions: 10,
  from: '2026-11-09',
  to: '2026-11-15',
  ...more,
});

describe('roas-calculator', () => {
  const prove = (campaigns: object[], check: Check, more: object = {}) =>
    proveSkill(roasCalculator, 'roas-calculator', { campaigns, currency: 'MGA', ...more }, check);

  it.each([
    [350_000, 5, 'scale', 12_000],
    [210_001, 3, 'scale', 12_000],
    [210_000, 3, 'keep', 10_000],
    [140_000, 2, 'keep', 10_000],
    [139_999, 2, 'pause', 0],
    [70_000, 1, 'pause', 0],
    [69_999, 1, 'pause_and_alert', 0],
    [7_000, 0.1, 'pause_and_alert', 0],
  ])('70 000 spent, %i come in: about %d for 1, so %s', async (revenue, roas, rule, proposed) => {
    await prove([campaign('a', { revenue })], (output) => {
      const [found] = output.campaigns as Record<string, unknown>[];
      expect(found).toMatchObject({ id: 'a', rule, daily_budget: 10_000, proposed_daily_budget: proposed, cost_per_conversion: 7000 });
      expect(found?.roas).toBeCloseTo(roas, 3);
      expect(output).toMatchObject({ currency: 'MGA', total: { spend: 70_000, revenue } });
      expect(output.alerts).toHaveLength(rule === 'pause_and_alert' ? 1 : 0);
    });
  });

  it.each([
    ['fewer than 1,000 impressions', { revenue: 700_000, impressions: 999 }, 'too_early'],
    // mean order 100 000, spent 70 000: less than three orders
    ['four sales for little money', { revenue: 400_000, conversions: 4 }, 'too_early'],
    // mean order 10 000, spent seven of them
    ['four sales for the price of seven', { revenue: 40_000, conversions: 4 }, 'pause_and_alert'],
    ['two days', { revenue: 700_000, from: '2026-11-14' }, 'too_early'],
    ['sales without a value', { revenue: 0 }, 'too_early'],
    ['nothing spent', { spend: 0, revenue: 0, conversions: 0 }, 'too_early'],
    ['a campaign that is paused already', { status: 'paused', revenue: 10 }, 'keep'],
  ])('%s: %o is %s', async (_, more, rule) => {
    await prove([campaign('a', more)], (output) => {
      expect(output).toMatchObject({ currency: 'MGA', campaigns: [{ id: 'a', rule, daily_budget: 10_000 }] });
      if (rule === 'too_early') expect(output).toMatchObject({ campaigns: [{ proposed_daily_budget: 10_000 }], alerts: [] });
    });
  });

  it('stops at any age what has spent five orders for nothing', async () => {
    const house = campaign('house', { revenue: 210_000, conversions: 21 });
    const young = { spend: 50_001, conversions: 0, impressions: 100, from: '2026-11-15' };
    await prove([house, campaign('b', young)], (output) => {
      expect(output).toMatchObject({
        campaigns: [
          { rule: 'keep', roas: 3 },
          { rule: 'pause_and_alert', roas: 0, cost_per_conversion: null },
        ],
      });
      expect(output.alerts).toEqual([expect.stringMatching(/Campagne b.*50\s001\sAr dépensés sans une seule vente/)]);
    });
    await prove([house, campaign('b', { ...young, spend: 50_000 })], (output) =>
      expect(output).toMatchObject({ campaigns: [{ rule: 'keep' }, { id: 'b', rule: 'too_early' }], alerts: [] }),
    );
  });

  it('adds up in one currency by the newest rate, and leaves out what it has no rate for', async () => {
    const euros = campaign('e', { currency: 'EUR', spend: 14, revenue: 56, daily_budget: 2.55 });
    const pounds = campaign('p', { currency: 'XQQ', spend: 5, revenue: 9 });
    const rates = [
      { from: 'EUR', to: 'MGA', rate: 4000, day: '2026-11-01' },
      { from: 'MGA', to: 'EUR', rate: 1 / 5000, day: '2026-11-15' },
    ];
    await prove(
      [campaign('a', { revenue: 140_000 }), euros, pounds],
      (output) => {
        expect(output).toMatchObject({
          campaigns: [
            { id: 'a' },
            { id: 'e', spend: 70_000, revenue: 280_000, roas: 4, rule: 'scale', daily_budget: 2.55, proposed_daily_budget: 3.06 },
          ],
          total: { spend: 140_000, revenue: 420_000, roas: 3 },
        });
        expect(output.campaigns).toHaveLength(2);
        expect(output.alerts).toEqual([expect.stringContaining('XQQ')]);
        expect(output.say).toMatch(/140\s000\sAr.*420\s000\sAr.*: 3 pour 1.*Campagne e/);
      },
      { rates },
    );
  });

  it('takes the house’s table where no rate of the day is given, and says of which day it is', async () => {
    // 1 EUR = 5,180 MGA, 1.157 USD: 10 USD = 44,771 MGA
    await prove([campaign('d', { currency: 'USD', spend: 10, revenue: 25, daily_budget: 2 })], (output) => {
      expect(output).toMatchObject({ campaigns: [{ spend: 44_771, roas: 2.5, rule: 'keep', daily_budget: 2 }], alerts: [] });
      expect(output.say).toContain('approximatifs');
    });
  });

  it('makes up no ROAS where nothing is measured', async () => {
    await prove([campaign('a')], (output) =>
      expect(output).toMatchObject({ campaigns: [{ roas: null }], total: { spend: 70_000, revenue: 0, roas: null } }),
    );
  });

  it('speaks four languages', async () => {
    const mixed = [campaign('a', { revenue: 350_000 }), campaign('b', { revenue: 7000 }), campaign('c', { revenue: 150_000 })];
    await proveLanguages(roasCalculator, 'roas-calculator', () => ({ campaigns: mixed, currency: 'MGA' }));
    await proveLanguages(roasCalculator, 'roas-calculator', () => ({ campaigns: [campaign('a')], currency: 'MGA' }));
  });
});

describe('budget-allocator', () => {
  const base = { daily_budget: 100_000, currency: 'MGA', networks: ['meta', 'google', 'tiktok', 'linkedin'], campaigns: [] };
  const prove = (input: Record<string, unknown>, check: Check) => proveSkill(budgetAllocator, 'budget-allocator', input, check);
  const percents = (output: Record<string, unknown>) => (output.shares as { percent: number }[]).map(({ percent }) => percent);
  const amounts = (output: Record<string, unknown>) => (output.shares as { amount: number }[]).map(({ amount }) => amount);

  it('begins with 40, 30, 20, 10', async () => {
    await prove(base, (output) => {
      expect(percents(output)).toEqual([40, 30, 20, 10]);
      expect(amounts(output)).toEqual([40_000, 30_000, 20_000, 10_000]);
      expect(output).toMatchObject({ total: 100_000, moved_percent: 0, shares: [{ basis: 'fixed_key', roas: null }, {}, {}, {}] });
    });
  });

  it('spreads the share of a missing network in proportion, and adds up to the last Ariary', async () => {
    // 40 and 30 of 70: 57.14 and 42.86
    await prove({ ...base, daily_budget: 99_999, networks: ['meta', 'google'] }, (output) => {
      expect(percents(output)).toEqual([57, 43]);
      expect(amounts(output)).toEqual([56_999, 43_000]);
      expect(output).toMatchObject({ total: 99_999 });
    });
    await prove({ ...base, networks: ['tiktok'] }, (output) =>
      expect(output).toMatchObject({ shares: [{ network: 'tiktok', percent: 100, amount: 100_000 }] }),
    );
    await prove({ ...base, daily_budget: 0 }, (output) => expect([...amounts(output), output.total]).toEqual([0, 0, 0, 0, 0]));
    await prove({ ...base, daily_budget: 0.05, currency: 'EUR', networks: ['meta', 'google'] }, (output) =>
      expect(amounts(output)).toEqual([0.03, 0.02]),
    );
  });

  const measured = (metaRevenue: number, googleRevenue: number) => [
    campaign('m', { revenue: metaRevenue, spend: 100_000, conversions: 20, daily_budget: 57, from: '2026-11-02' }),
    campaign('g', { network: 'google', revenue: googleRevenue, spend: 100_000, conversions: 20, daily_budget: 43, from: '2026-11-02' }),
  ];

  it('lets half of the money follow shrunk results', async () => {
    // order 10 000, house 2 for 1: meta (300 + 100) / (100 + 50) = 2.667, google (100 + 100) / 150 = 1.333: weights 66.7 and 33.3
    // half key 57.14, half weight 66.67 = 61.9
    await prove({ ...base, networks: ['meta', 'google'], campaigns: measured(300_000, 100_000) }, (output) => {
      expect(percents(output)).toEqual([62, 38]);
      expect(output).toMatchObject({
        moved_percent: 5,
        shares: [
          { basis: 'measured', roas: 3 },
          { basis: 'measured', roas: 1 },
        ],
      });
    });
  });

  it('moves no network more than ten points, and none below the floor', async () => {
    const [meta, google] = measured(400_000, 0) as [object, object];
    const present = [
      { ...meta, daily_budget: 30 },
      { ...google, daily_budget: 70, conversions: 20 },
    ];
    await prove({ ...base, networks: ['meta', 'google'], campaigns: present }, (output) => {
      expect(percents(output)).toEqual([40, 60]);
      expect(output).toMatchObject({ moved_percent: 10 });
    });
    await prove({ ...base, floor: 0.2 }, (output) => {
      // the ten points that are missing come from those above the floor, equally
      expect(percents(output)).toEqual([35, 25, 20, 20]);
      expect(output.shares).toContainEqual({ network: 'linkedin', percent: 20, amount: 20_000, basis: 'floor', roas: null });
    });
  });

  it('does not follow too few sales, too few days, or another currency', async () => {
    const few = measured(300_000, 100_000).map((each) => ({ ...each, conversions: 14, daily_budget: 0 }));
    const short = measured(300_000, 100_000).map((each) => ({ ...each, from: '2026-11-03', daily_budget: 0 }));
    for (const campaigns of [few, short, measured(300_000, 100_000).map((each) => ({ ...each, currency: 'EUR' }))])
      await prove({ ...base, networks: ['meta', 'google'], campaigns }, (output) => expect(percents(output)).toEqual([57, 43]));
  });

  it('speaks four languages', async () => {
    await proveLanguages(budgetAllocator, 'budget-allocator', () => base);
    await proveLanguages(budgetAllocator, 'budget-allocator', () => ({
      ...base,
      campaigns: [...measured(300_000, 100_000), campaign('x', { currency: 'USD' })],
    }));
  });
});
