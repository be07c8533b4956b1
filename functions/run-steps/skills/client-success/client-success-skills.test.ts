// Health, milestones, progress, survey and plans against figures worked out by hand.
import { describe, expect, it } from 'vitest';
import { proveLanguages, proveSkill } from '../../../../tests/eval/prove-skill.ts';
import { runSkill } from '../../../../tests/run-skill.ts';
import { healthScorer } from './health-scorer.ts';
import { milestoneTracker } from './milestone-tracker.ts';
import { progressTracker } from './progress-tracker.ts';
import { satisfactionSurvey } from './satisfaction-survey.ts';

type Check = (output: Record<string, unknown>) => void;
const now = '2026-11-21T09:00:00Z';
const ago = (days: number) => new Date(Date.parse(now) - days * 86_400_000).toISOString();

describe('health-scorer', () => {
  const well = {
    days_since_visit: 1,
    approvals_asked: 10,
    approvals_decided: 10,
    approvals_rejected: 0,
    median_decision_hours: 12,
    posts_published_30: 10,
    posts_published_before: 8,
    engagement_change_percent: 12,
    accounts_expired: 0,
    tickets_open: 0,
    tickets_old: 0,
    budget_used: 0.4,
    budget_blocked_days: 0,
    survey: 9,
    payment_failed: false,
  };
  const prove = (facts: object, check: Check, more: object = {}) =>
    proveSkill(healthScorer, 'health-scorer', { facts: { ...well, ...facts }, ...more }, check);
  const points = (output: Record<string, unknown>) => (output.parts as { points: number }[]).map((part) => part.points);

  it('gives a hundred when all is well', async () => {
    await prove({}, (output) => {
      expect(points(output)).toEqual([20, 20, 15, 15, 20, 10]);
      expect(output).toMatchObject({ health: 100, band: 'green', act: 'none' });
      expect(output.say).toBe('Tout va bien : 100 sur 100.');
    });
  });

  it('adds up a middling client: 12 + 10 + 8 + 10 + 16 + 10', async () => {
    // decided 5 of 10 = 6, 24 / 48 hours = 4; 4 posts after 8 = 7.5; one of five rejected = -4
    const facts = {
      days_since_visit: 7,
      approvals_decided: 5,
      approvals_rejected: 1,
      median_decision_hours: 48,
      posts_published_30: 4,
      engagement_change_percent: -10,
    };
    await prove(facts, (output) => {
      expect(points(output)).toEqual([12, 10, 8, 10, 16, 10]);
      expect(output).toMatchObject({ health: 66, band: 'yellow', act: 'nudge' });
    });
  });

  it.each([
    ['a failed payment comes first', { payment_failed: true, accounts_expired: 1, approvals_rejected: 9 }, { act: 'fix_payment' }, 5, 0],
    ['then expired accounts', { accounts_expired: 2, approvals_rejected: 9 }, { act: 'fix_account' }, 4, 0],
    ['then too much that is rejected', { approvals_rejected: 4 }, { act: 'review_work', health: 92 }, 4, 12],
    ['an unhappy answer costs six', { survey: 6 }, { health: 94, act: 'none' }, 4, 14],
    [
      'nobody came for two weeks',
      { days_since_visit: 15, posts_published_30: 0, engagement_change_percent: -50 },
      { health: 55, act: 'call' },
      0,
      0,
    ],
    [
      'nothing was asked, nothing is missing',
      { approvals_asked: 0, approvals_decided: 0, median_decision_hours: null },
      { health: 100 },
      1,
      20,
    ],
    ['unknown results count half', { engagement_change_percent: null }, { health: 93 }, 3, 8],
    ['three blocked days', { budget_blocked_days: 3 }, { health: 95 }, 5, 5],
    ['the first posts count in full', { posts_published_before: 0 }, { health: 100 }, 2, 15],
    ['and none at all do not', { posts_published_before: 0, posts_published_30: 0 }, { health: 85 }, 2, 0],
  ])('%s', async (_, facts, expected, part, of) => {
    await prove(facts, (output) => {
      expect(output).toMatchObject(expected);
      expect(points(output)[part]).toBe(of);
    });
  });

  it('is yellow at worst in the first 14 days', async () => {
    const bad = {
      days_since_visit: 20,
      approvals_decided: 0,
      median_decision_hours: null,
      posts_published_30: 0,
      engagement_change_percent: -50,
    };
    await prove(bad, (output) => expect(output).toMatchObject({ health: 35, band: 'red' }));
    await prove(bad, (output) => expect(output).toMatchObject({ health: 35, band: 'yellow' }), { days_since_signup: 13 });
  });

  it('speaks four languages for every act', async () => {
    for (const facts of [
      {},
      { payment_failed: true },
      { accounts_expired: 1 },
      { approvals_rejected: 9 },
      { days_since_visit: 40, posts_published_30: 1 },
      { approvals_decided: 0, posts_published_30: 1, days_since_visit: 5 },
    ])
      await proveLanguages(healthScorer, 'health-scorer', () => ({ facts: { ...well, ...facts } }));
  });
});

describe('milestone-tracker', () => {
  const none = {
    posts_published: 0,
    approvals: 0,
    leads: 0,
    won: 0,
    followers_gained: 0,
    reviews_five_stars: 0,
    weeks_in_a_row: 0,
    hours_saved: 0,
  };
  const ask = (counters: object, reached: string[] = [], language = 'fr') => ({ counters: { ...none, ...counters }, reached, language });
  const prove = (input: Record<string, unknown>, check: Check) => proveSkill(milestoneTracker, 'milestone-tracker', input, check);
  const keys = (output: Record<string, unknown>) => (output.reached as { key: string }[]).map(({ key }) => key);

  it('notices the highest step of each counter, firsts before all, and says one', async () => {
    await prove(ask({ posts_published: 57, leads: 1, won: 1, followers_gained: 10 }), (output) => {
      expect(keys(output)).toEqual(['first_won', 'first_lead', 'posts_published_50', 'followers_gained_10']);
      expect(output.say).toBe('Bravo ! Vous y êtes : Votre premier client gagné.');
      expect(output.reached).toContainEqual({
        key: 'followers_gained_10',
        title: 'Nouveaux abonnés : 10',
        figure: '10',
        since: 'depuis votre inscription',
        share: true,
      });
      expect(output.reached).toContainEqual(expect.objectContaining({ key: 'posts_published_50', figure: '57', share: false }));
    });
  });

  it('says nothing twice, and knows what comes next', async () => {
    await prove(ask({ posts_published: 57, leads: 9 }, ['posts_published_50', 'first_lead']), (output) =>
      // 9 of 10 leads are nearer than 57 of 100 posts
      expect(output).toMatchObject({ reached: [], next: { key: 'leads_10', missing: 1 } }),
    );
  });

  it.each([
    [{ weeks_in_a_row: 12 }, 'weeks_in_a_row_12', { key: 'weeks_in_a_row_26', missing: 14 }],
    [{ followers_gained: 2600 }, 'followers_gained_2500', { key: 'followers_gained_5000', missing: 2400 }],
    [{ followers_gained: 25_000 }, 'followers_gained_25000', { key: 'followers_gained_50000', missing: 25_000 }],
    [{ reviews_five_stars: 1 }, 'reviews_five_stars_1', { key: 'reviews_five_stars_10', missing: 9 }],
  ])('%j reaches %s', async (counters, key, next) => {
    await prove(ask(counters), (output) => expect([keys(output), output.next]).toEqual([[key], next]));
  });

  it('shows the formula of the hours, for they are an estimate', async () => {
    await prove(ask({ hours_saved: 50.5 }), (output) => {
      expect(keys(output)).toEqual(['hours_saved_50']);
      expect(output.say).toContain('0,5 h par post');
    });
  });

  it('speaks four languages', async () => {
    await proveLanguages(milestoneTracker, 'milestone-tracker', (language) =>
      ask({ hours_saved: 10, won: 1, weeks_in_a_row: 4 }, [], language),
    );
    await proveLanguages(milestoneTracker, 'milestone-tracker', (language) => ask({}, [], language));
  });
});

describe('progress-tracker', () => {
  const empty = {
    brand_dna: 'none',
    posts_approved: 0,
    posts_published: 0,
    accounts_connected: 0,
    members: 1,
    push_on: false,
    page_visited: false,
    leads: 0,
  };
  const ask = (facts: object, more: object = {}) => ({ facts: { ...empty, ...facts }, signed_up_at: ago(2), now, language: 'fr', ...more });
  const prove = (input: Record<string, unknown>, check: Check) => proveSkill(progressTracker, 'progress-tracker', input, check);

  it.each([
    [{}, 0, 'dna_proposed', '/brand'],
    [{ brand_dna: 'proposed' }, 10, 'dna_confirmed', '/brand'],
    // a page in one minute for five points beats a post in five for twenty
    [{ brand_dna: 'confirmed' }, 30, 'page_visited', '/all'],
    [{ brand_dna: 'confirmed', page_visited: true }, 35, 'first_approved', '/new'],
    [{ brand_dna: 'confirmed', page_visited: true, posts_approved: 1 }, 55, 'push_on', '/settings'],
    [{ brand_dna: 'confirmed', page_visited: true, posts_approved: 1, push_on: true }, 65, 'first_published', '/decide'],
  ])('%j is %i percent, then %s', async (facts, percent, key, route) => {
    await prove(ask(facts), (output) => expect(output).toMatchObject({ percent, next: { key, route }, days: 2, stuck: false }));
  });

  it('ends at a hundred', async () => {
    const all = {
      brand_dna: 'confirmed',
      posts_approved: 3,
      posts_published: 2,
      accounts_connected: 1,
      members: 2,
      push_on: true,
      page_visited: true,
    };
    await prove(ask(all, { signed_up_at: ago(5) }), (output) => {
      expect(output).toMatchObject({ percent: 100, next: null, stuck: false, days: 5 });
      expect(output.done).toHaveLength(8);
    });
  });

  it('is stuck after three days without a mark, in the first fourteen', async () => {
    await prove(ask({}, { signed_up_at: ago(3) }), (output) => expect(output).toMatchObject({ percent: 0, stuck: true, days: 3 }));
    await prove(ask({}, { signed_up_at: ago(15) }), (output) => expect(output).toMatchObject({ percent: 0, stuck: false, days: 15 }));
    const some = { brand_dna: 'proposed' };
    await prove(ask(some, { signed_up_at: ago(8), last_mark_at: ago(4) }), (output) =>
      expect(output).toMatchObject({ percent: 10, stuck: true, days: 8 }),
    );
    await prove(ask(some, { signed_up_at: ago(8), last_mark_at: ago(1) }), (output) =>
      expect(output).toMatchObject({ percent: 10, stuck: false, days: 8 }),
    );
    await prove(ask(some, { signed_up_at: ago(8) }), (output) => expect(output).toMatchObject({ percent: 10, stuck: false, days: 8 }));
  });

  it('speaks four languages', async () => {
    await proveLanguages(progressTracker, 'progress-tracker', (language) => ask({}, { language }));
    await proveLanguages(progressTracker, 'progress-tracker', (language) =>
      ask({ brand_dna: 'confirmed', page_visited: true, posts_approved: 1, push_on: true }, { language }),
    );
  });
});

describe('satisfaction-survey', () => {
  const answers = (...scores: number[]) =>
    scores.map((score, at) => ({ score, comment: at % 2 === 0 ? '' : ` raison ${at} `, at: ago(40 - at) }));
  const ask = (more: object) => ({
    act: 'due',
    last_asked_at: null,
    signed_up_at: ago(30),
    now,
    open_crisis: false,
    answers: [],
    language: 'fr',
    ...more,
  });
  const prove = (input: Record<string, unknown>, check: Check) => proveSkill(satisfactionSurvey, 'satisfaction-survey', input, check);
  const repeated = (score: number, times: number) => Array.from({ length: times }, () => score);

  it('asks 30 days after sign-up, and 90 days after the last time', async () => {
    for (const more of [{}, { signed_up_at: ago(400), last_asked_at: ago(90) }])
      await prove(ask(more), (output) =>
        expect(output).toMatchObject({
          act: 'due',
          ask: { question: expect.stringContaining('recommandiez Nexio') as string, low: 'Pas du tout' },
          nps: null,
        }),
      );
  });

  it.each([
    ['before 30 days', { signed_up_at: ago(29) }],
    ['before 90 days have passed', { signed_up_at: ago(400), last_asked_at: ago(89) }],
    ['within a crisis', { open_crisis: true }],
    ['when only the answers are read', { act: 'read' }],
  ])('does not ask %s', async (_, more) => {
    await prove(ask(more), (output) => expect(output).toMatchObject({ ask: null, count: 0, nps: null, margin: null, comments: [] }));
  });

  it('adds up: 12 promoters, 4 detractors of 20 are 40, give or take 35', async () => {
    // p = 0.6, d = 0.2: 1.96 x sqrt((0.8 - 0.16) / 20) x 100 = 35.06
    await prove(
      ask({
        act: 'read',
        answers: answers(...repeated(9, 6), ...repeated(10, 6), ...repeated(7, 2), ...repeated(8, 2), ...repeated(6, 2), 0, 3),
      }),
      (output) => {
        expect(output).toMatchObject({ act: 'read', nps: 40, count: 20, promoters: 12, passives: 4, detractors: 4, margin: 35.1 });
        // newest first, empty ones left out
        expect((output.comments as string[]).slice(0, 2)).toEqual(['raison 19', 'raison 17']);
        expect(output.comments).toHaveLength(10);
      },
    );
  });

  it('gives no score below twenty answers', async () => {
    await prove(ask({ act: 'read', answers: answers(...repeated(10, 19)) }), (output) => {
      expect(output).toMatchObject({ nps: null, margin: null, count: 19, promoters: 19 });
      expect(output.say).toContain('il en faut 20');
    });
  });

  it('speaks four languages', async () => {
    for (const more of [{}, { open_crisis: true }, { act: 'read' }, { act: 'read', answers: answers(...repeated(9, 20)) }])
      await proveLanguages(satisfactionSurvey, 'satisfaction-survey', (language) => ask({ ...more, language }));
    const inArabic = await runSkill(satisfactionSurvey, 'satisfaction-survey', ask({ language: 'ar' }), { language: 'ar' });
    expect(inArabic.ask).toMatchObject({ high: 'محتمل جدًا' });
  });
});
