// House answers of the category influencer. Spread in house/index.ts.
import type { ModelCall } from '../../models/types.ts';
import { planPersonaWeek } from './influencer/calendar.ts';
import { checkVoice } from './influencer/consistency.ts';
import { writeVoices } from './influencer/multi-persona.ts';
import { fitToNetworks } from './influencer/optimize.ts';

export const influencerAnswers: Record<string, (call: ModelCall) => unknown> = {
  'content-calendar': planPersonaWeek,
  'multi-persona': writeVoices,
  'platform-optimizer': fitToNetworks,
  'voice-consistency': checkVoice,
};
