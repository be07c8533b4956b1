// Skill guided-tour: the house in six steps, beginning with what is needed first. Pure; listed in client-success-skills.ts.
import type { Language } from '../../../_shared/payloads.ts';
import { sayFrom } from '../say.ts';
import { sayNumber } from '../say-figures.ts';
import type { SkillFunction } from '../skill.ts';
import { tourPhrases, tourTexts, tourTitles } from './tour-phrases.ts';

const keys = ['brand', 'first_post', 'decide', 'page', 'agents', 'connect'] as const;
export type TourStep = (typeof keys)[number];
type Role = 'owner' | 'admin' | 'staff' | 'external';
type Input = { screen: string; done: string[]; role: Role; plan: string; has_brand_dna: boolean; has_post: boolean; language: Language };

/** Where a step is done, the element it points at, and who may do it (role_permissions). */
const places: Record<TourStep, { route: string; target: string; roles: readonly Role[] }> = {
  brand: { route: '/brand', target: 'brand-address', roles: ['owner', 'admin'] },
  first_post: { route: '/new', target: 'new-request', roles: ['owner', 'admin', 'staff'] },
  decide: { route: '/decide', target: 'decide-approve', roles: ['owner', 'admin', 'staff'] },
  page: { route: '/all', target: 'all-public-page', roles: ['owner', 'admin', 'staff', 'external'] },
  agents: { route: '/agents', target: 'agents-grid', roles: ['owner', 'admin', 'staff'] },
  connect: { route: '/settings', target: 'settings-integrations', roles: ['owner', 'admin'] },
};
const later = 'later';
const mostLater = 3;

export const guidedTour: SkillFunction = ({ context }) => {
  const { screen, done: given, role, has_brand_dna, has_post, language } = context.input as Input;
  const isDone = (key: TourStep) => given.includes(key) || (key === 'brand' && has_brand_dna) || (key === 'first_post' && has_post);
  const steps = keys
    .filter((key) => places[key].roles.includes(role))
    .map((key) => ({
      key,
      title: sayFrom(tourTitles, language, key),
      text: sayFrom(tourTexts, language, key),
      target: places[key].target,
      route: places[key].route,
      done: isDone(key),
    }));
  const open = steps.filter((step) => !step.done);
  const wasLeft = given.filter((key) => key === later).length >= mostLater;
  const next = wasLeft ? undefined : (open.find(({ route }) => route === screen) ?? open[0]);
  const phrase = open.length === 0 ? 'finished' : next ? 'next' : 'left';
  return {
    say: sayFrom(tourPhrases, language, phrase, {
      title: next?.title ?? '',
      left: sayNumber(open.length, language),
      of: sayNumber(steps.length, language),
    }),
    steps,
    next: next?.key ?? null,
    finished: open.length === 0 || wasLeft,
  };
};
