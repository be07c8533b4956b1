// Skills of sound: google-tts, elevenlabs (text to speech), whisper-stt (speech to text). Listed in http-skills.ts.
import type { Language } from '../../../_shared/payloads.ts';
import { mayUseVoice, speakAs } from '../../../_shared/platforms/elevenlabs/speech.ts';
import { speak, voices } from '../../../_shared/platforms/google/speech.ts';
import { digest } from '../../../_shared/platforms/mask.ts';
import { mp3Seconds } from '../../../_shared/platforms/mp3-seconds.ts';
import { type Transcript, transcribe } from '../../../_shared/platforms/openai/transcribe.ts';
import { once } from './effect.ts';
import { type HttpSkill, type HttpWork, Unavailable } from './http-skill.ts';
import { metered } from './metered.ts';
import { tell } from './phrases.ts';

type Spoken = { bytes: Uint8Array<ArrayBuffer>; words?: unknown[] };

/**
 * Speaks once a text and voice of a tenant: the file's name is what was said, so the same again is the stored file, free.
 * @returns the path, and what is known of the file
 */
async function keepSpeech(work: HttpWork, voice: string, text: string, make: () => Promise<Spoken>) {
  const { client, step } = work;
  const path = `${step.tenant_id}/speech/${await digest(voice, text)}.mp3`;
  const stored = await client.readMedia(step, path).catch(() => null);
  const facts = (bytes: Uint8Array) => ({ path, mime: 'audio/mpeg', seconds: mp3Seconds(bytes) ?? 0, characters: text.length });
  if (stored) return { ...facts(stored.bytes), words: [] as unknown[] };
  const effect = await once(work, `speech:${step.run_id}:${step.key}:${path}`, 'order_speech', async () => {
    const { bytes, words = [] } = await make();
    await client.storeMedia(path, bytes, 'audio/mpeg');
    return { ...facts(bytes), words };
  });
  // an order that was lost on its way is paid; the text is short: it may be spoken again
  if (effect.state === 'done') return effect.data as ReturnType<typeof facts> & { words: unknown[] };
  const { bytes, words = [] } = await make();
  await client.storeMedia(path, bytes, 'audio/mpeg');
  return { ...facts(bytes), words };
}

const googleTts: HttpSkill = {
  empty: ({ context }) => ({ path: '', mime: 'audio/mpeg', seconds: 0, characters: 0, voice: '', language: context.input.language }),
  instead: ({ context }) => tell(context.run.language, 'captions_instead'),
  run: async (work) => {
    const { text, language, voice, rate = 1 } = work.context.input as { text: string; language: Language; voice?: string; rate?: number };
    // a Malagasy text is never read by a French voice in silence: that would shame the brand
    if (language === 'mg') throw new Unavailable('unavailable', 'no_malagasy');
    const chosen = voice ? { code: voice.split('-').slice(0, 2).join('-'), name: voice } : voices[language];
    const { words: _words, ...file } = await keepSpeech(work, `${chosen.name} ${rate}`, text, () =>
      metered(work, 'google_cloud', text.length, async () => ({ bytes: await speak(work.door, text, chosen, rate) })),
    );
    return { say: tell(work.context.run.language, 'spoken', { seconds: file.seconds }), ...file, voice: chosen.name, language };
  },
};

const elevenLabs: HttpSkill = {
  empty: ({ context }) => ({ path: '', mime: 'audio/mpeg', seconds: 0, characters: 0, voice_id: context.input.voice_id, words: [] }),
  instead: ({ context }) => tell(context.run.language, 'captions_instead'),
  run: async (work) => {
    const { text, language, voice_id } = work.context.input as { text: string; language: Language; voice_id: string };
    if (language === 'mg') throw new Unavailable('unavailable', 'no_malagasy');
    if (!(await mayUseVoice(work.door, voice_id))) throw new Unavailable('permission_missing');
    const file = await keepSpeech(work, voice_id, text, () =>
      metered(work, 'elevenlabs', text.length, () => speakAs(work.door, voice_id, text)),
    );
    return { say: tell(work.context.run.language, 'spoken', { seconds: file.seconds }), ...file, voice_id };
  },
};

const codes: Record<string, string> = { malagasy: 'mg', french: 'fr', english: 'en', arabic: 'ar' };
const figure =
  /\d|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday|alatsinainy|talata|alarobia|alakamisy|zoma|sabotsy|alahady/i;

/** Passages to listen to before anything is done: unsure ones, and figures, prices and days that are less than sure. */
function uncertainOf({ segments }: Transcript) {
  return segments
    .filter(({ confidence, text }) => text !== '' && (confidence < 0.6 || (confidence < 0.8 && figure.test(text))))
    .map(({ from_seconds, text }) => ({ from_seconds, text: text.slice(0, 200) }))
    .slice(0, 40);
}

const whisper: HttpSkill = {
  empty: () => ({ text: '', language: '', words: [], confidence: 0, uncertain: [] }),
  run: async (work) => {
    const { path, seconds, language } = work.context.input as { path: string; seconds: number; language?: Language };
    const { bytes, mime } = await work.client.readMedia(work.step, path);
    const name = path.split('/').at(-1) ?? 'voice.ogg';
    // the provider takes no hint for Malagasy: it is not among its languages
    const heard = await metered(work, 'openai', seconds * 1000, () =>
      transcribe(work.door, { bytes, mime, name }, language === 'mg' ? undefined : language),
    );
    const uncertain = uncertainOf(heard);
    const length = heard.segments.reduce((sum, one) => sum + (one.to_seconds - one.from_seconds), 0);
    const mean =
      length > 0 ? heard.segments.reduce((sum, one) => sum + one.confidence * (one.to_seconds - one.from_seconds), 0) / length : 0;
    return {
      say: tell(work.context.run.language, 'written_down', { uncertain: uncertain.length }),
      text: heard.text,
      language: codes[heard.language] ?? heard.language.slice(0, 10),
      words: heard.words.filter(({ word }) => word !== '').slice(0, 3000),
      confidence: Math.round(mean * 1000) / 1000,
      uncertain,
    };
  },
};

export const speechSkills: Record<string, HttpSkill> = { 'google-tts': googleTts, elevenlabs: elevenLabs, 'whisper-stt': whisper };
