// The code skills of category client_success by the name of their card. Spread in registry.ts.
import type { SkillFunction } from '../skill.ts';
import { accountConnector } from './account-connector.ts';
import { escalationRouter } from './escalation-router.ts';
import { faqSearch } from './faq-search.ts';
import { guidedTour } from './guided-tour.ts';
import { healthScorer } from './health-scorer.ts';
import { milestoneTracker } from './milestone-tracker.ts';
import { progressTracker } from './progress-tracker.ts';
import { satisfactionSurvey } from './satisfaction-survey.ts';
import { upsellRecommender } from './upsell-recommender.ts';

export const clientSuccessSkills: Record<string, SkillFunction> = {
  'account-connector': accountConnector,
  'escalation-router': escalationRouter,
  'faq-search': faqSearch,
  'guided-tour': guidedTour,
  'health-scorer': healthScorer,
  'milestone-tracker': milestoneTracker,
  'progress-tracker': progressTracker,
  'satisfaction-survey': satisfactionSurvey,
  'upsell-recommender': upsellRecommender,
};
