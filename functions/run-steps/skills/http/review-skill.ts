// Skill google-reviews: brings the reviews in, and posts the answers that a person approved. Listed in http-skills.ts.
import { readReviews, replyToReview } from '../../../_shared/platforms/google/reviews.ts';
import { once } from './effect.ts';
import type { HttpSkill } from './http-skill.ts';
import { tell } from './phrases.ts';

type Wish = { act: 'list' | 'reply'; since?: string; review_id: string; body: string };

export const googleReviews: HttpSkill = {
  empty: ({ context }) => ({ act: (context.input as Wish).act, reviews: [], replied: null }),
  run: async (work) => {
    const { context, door, client, step } = work;
    const { act, since, review_id, body } = context.input as Wish;
    const { language } = context.run;
    if (act === 'list') {
      const reviews = await readReviews(door, since);
      return {
        say: tell(language, 'reviews', { count: reviews.length, open: reviews.filter(({ answered }) => !answered).length }),
        act,
        reviews,
        replied: null,
      };
    }
    const isApproved = (await client.hasApproval(step, 'publish')) || (await client.hasApproval(step, 'outreach'));
    if (!isApproved) return { say: tell(language, 'not_approved'), act, reviews: [], replied: null };
    const key = `review:${step.run_id}:${step.key}:${review_id}`;
    // looked up before it is written, so that a second try finds the answer standing there
    const effect = await once(work, key, 'reply_review', () => replyToReview(door, review_id, body));
    if (effect.state === 'unknown') return { say: tell(language, 'look_first'), act, reviews: [], replied: null };
    const replied = { review_id, at: String(effect.data.at), body: String(effect.data.body) };
    return { say: tell(language, replied.body === body ? 'replied' : 'already_replied'), act, reviews: [], replied };
  },
};
