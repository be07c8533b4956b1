// The house voice: espeak-ng, offline and free, for French, English and Arabic. It stands in when no speech service has a key, as the house model does
// for models; there is no Malagasy voice, and Malagasy is never read by another language's. Run as a process of its own (espeak-ng is GPL): house-voice.ts <language> reads the
// text from stdin and writes a WAV to the file named second, word times to stdout. Started by speak.ts.
import { writeFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import startEspeak from '@echogarden/espeak-ng-emscripten';
import { wav } from '../functions/_shared/music/wav.ts';

type SpeechEvent = { type: string; audio_position: number; text_position: number; word_length: number };
type Speaker = {
  set_voice(name: string): void;
  set_rate(wordsPerMinute: number): void;
  get_samplerate(): number;
  synthesize(text: string, hear: (audio: ArrayBuffer | null, events: SpeechEvent[]) => void): void;
};

const [language = '', file = ''] = process.argv.slice(2);
const { eSpeakNGWorker } = (await startEspeak()) as { eSpeakNGWorker: new () => Speaker };
const speaker = new eSpeakNGWorker();
speaker.set_voice(language);
speaker.set_rate(150);

const said = await text(process.stdin);
const samples: Int16Array[] = [];
const words: { word: string; from_seconds: number }[] = [];
speaker.synthesize(said, (audio, events) => {
  if (audio) samples.push(new Int16Array(audio.slice(0)));
  for (const event of events ?? []) {
    // positions count letters from one
    if (event.type === 'word')
      words.push({
        word: [...said].slice(event.text_position - 1, event.text_position - 1 + event.word_length).join(''),
        from_seconds: event.audio_position / 1000,
      });
  }
});
const all = new Int16Array(samples.reduce((sum, part) => sum + part.length, 0));
let at = 0;
for (const part of samples) {
  all.set(part, at);
  at += part.length;
}
writeFileSync(file, wav(all, speaker.get_samplerate()));
process.stdout.write(JSON.stringify({ seconds: all.length / speaker.get_samplerate(), words }));
