// Public relations answers of the house model: press release, letters to outlets, statement, crisis. Spread in house/index.ts.
import type { ModelCall } from '../../models/types.ts';
import { answerCrisis } from './public-relations/crisis.ts';
import { writePitches } from './public-relations/pitches.ts';
import { writeRelease } from './public-relations/press-release.ts';
import { writeStatement } from './public-relations/statement.ts';

export const publicRelationsAnswers: Record<string, (call: ModelCall) => unknown> = {
  'crisis-response': answerCrisis,
  'media-outreach': writePitches,
  'press-release-writer': writeRelease,
  'public-statement': writeStatement,
};
