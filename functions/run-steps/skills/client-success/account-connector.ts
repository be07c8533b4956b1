// Skill account-connector: which account to connect, what for, and what it may do. Pure; listed in client-success-skills.ts.
import type { Language } from '../../../_shared/payloads.ts';
import { sayFrom } from '../say.ts';
import type { SkillFunction } from '../skill.ts';
import { accountMeanings, accountPhrases, accountPurposes, withoutAccount } from './account-phrases.ts';
import { accountOfSkill, accounts, writing } from './accounts.ts';

type Input = {
  account?: string;
  needed_by: string[];
  connected: string[];
  language: Language;
  /** accounts whose consent has run out */
  expired?: string[];
  /** accounts for which the platform has an application key; consent can begin for these alone */
  configured?: string[];
  /** accounts that the plan does not hold */
  not_in_plan?: string[];
};
type State = 'connected' | 'not_connected' | 'expired' | 'not_configured' | 'not_in_plan';

const mostProposed = 3;

function stateOf(account: string, { connected, expired = [], configured = [], not_in_plan = [] }: Input): State {
  if (expired.includes(account)) return 'expired';
  if (connected.includes(account)) return 'connected';
  if (not_in_plan.includes(account)) return 'not_in_plan';
  return configured.includes(account) ? 'not_connected' : 'not_configured';
}

/** Accounts that waiting skills need, those that most of them need first. */
function proposed(input: Input): string[] {
  const wanted = new Map<string, number>();
  for (const skill of input.needed_by) {
    const account = accountOfSkill[skill] ?? (skill in accounts ? skill : undefined);
    if (account && stateOf(account, input) !== 'connected') wanted.set(account, (wanted.get(account) ?? 0) + 1);
  }
  return [...wanted]
    .toSorted(([a, of], [b, than]) => than - of || a.localeCompare(b))
    .map(([account]) => account)
    .slice(0, mostProposed);
}

export const accountConnector: SkillFunction = ({ context }) => {
  const input = context.input as Input;
  const { language } = input;
  const next = proposed(input);
  const key = input.account ?? next[0];
  const account = key === undefined ? undefined : accounts[key];
  if (key === undefined || account === undefined) return nothingNeeded(language);

  const state = stateOf(key, input);
  const canBegin = state === 'not_connected' || state === 'expired';
  const [purpose] = account.purposes;
  return {
    say: sayFrom(accountPhrases, language, state, { name: account.name }),
    account: key,
    state,
    why: account.purposes.map((each) => sayFrom(accountPurposes, language, each, { name: account.name }).slice(0, 160)),
    permissions: account.permissions.map(([permission, meaning]) => ({
      permission,
      meaning: sayFrom(accountMeanings, language, meaning),
      writes: writing.has(meaning),
    })),
    start: canBegin ? `/settings?connect=${key}` : '',
    without: sayFrom(withoutAccount, language, purpose ?? 'publish').slice(0, 240),
    next: next.length > 0 ? next : [key],
  };
};

/** The page of the house needs no account: it is what everybody has. */
const nothingNeeded = (language: Language) => ({
  say: sayFrom(accountPhrases, language, 'nothing_needed'),
  account: 'nexio_page',
  state: 'connected' as const,
  why: [sayFrom(accountPhrases, language, 'own_page')],
  permissions: [],
  start: '',
  without: sayFrom(withoutAccount, language, 'publish'),
  next: [],
});
