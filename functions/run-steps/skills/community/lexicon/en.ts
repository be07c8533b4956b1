// English feeling beyond AFINN-165: trade, complaints, and words that AFINN weighs otherwise under a shop's posts. Used by all.ts.
import type { Feeling } from './shape.ts';

export const en: Feeling = {
  words: {
    '3': 'delicious yummy scrumptious flawless amazing awesome outstanding',
    '2': 'tasty fresh recommend friendly quick clean lovely polite prompt affordable',
    '1': 'well available generous',
    '-1': 'expensive pricey slow late cold overpriced waiting waited missing small delayed forgot',
    '-2': 'rude dirty stale refund unacceptable tasteless bland broken damaged disappointed disappointing unprofessional ignored worse',
    '-3': 'scam scammer scammers thief thieves ripoff rotten poisoned poisoning cockroach cockroaches disgusting liars worst horrible terrible',
  },
  phrases: {
    '3': 'love it|love this|best ever|second to none',
    '2': 'well done|not bad|keep it up|will come back|coming back|thumbs up',
    '-2': 'never again|waste of time|no answer|no reply|never arrived|not received|never received|let down|no response|fed up',
    '-3': 'rip off|ripped off|food poisoning|waste of money|give me my money back|money back',
  },
  negations:
    "not no never don't doesn't didn't isn't wasn't aren't weren't can't couldn't won't wouldn't without dont doesnt didnt isnt wasnt cant nothing hardly",
  strengthBefore: 'very really so too extremely super absolutely totally completely incredibly',
  strengthAfter: '',
  everyday: `product products order orders ordered delivery deliver delivered driver price prices service services customer customers shop store restaurant
    food dish meal samosa samosas coffee bread cake bag dress shoes parcel item phone page photo picture video message answer reply day days week
    hour hours morning evening yesterday today tomorrow time times year money people family kids friend friends place staff team address city
    street size colour color black white red stock know see saw come came arrive arrived get got take took buy bought pay paid ask asked open
    closed first last new two three minutes minute thing things make made go going went eat ate try tried want need again tell told find found
    look looking work works working back waited taste tasted`,
};
