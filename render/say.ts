// What the render worker says to its colleagues, in the language of the run.
import type { RenderTask } from './render-task.ts';

type Language = RenderTask['language'];

const phrases = {
  video: {
    mg: 'Vita ny horonantsary: {seconds} segondra, sary {scenes}.{voice}',
    fr: 'La vidéo est prête : {seconds} secondes, {scenes} scènes.{voice}',
    en: 'The video is ready: {seconds} seconds, {scenes} scenes.{voice}',
    ar: 'الفيديو جاهز: {seconds} ثانية، {scenes} مشاهد.{voice}',
  },
  voice_house: {
    mg: ' Feo fitsapana no mamaky azy.',
    fr: ' C’est la voix d’essai de la maison qui lit.',
    en: ' The house’s trial voice reads it.',
    ar: ' يقرؤه صوت تجريبي من عندنا.',
  },
  voice_none: {
    mg: ' Tsy misy feo malagasy: soratra sy mozika no ao. Azonao atao ny mandray ny feonao manokana.',
    fr: ' Sans voix : le texte et la musique portent le message.',
    en: ' Without a voice: words on screen and music carry it.',
    ar: ' بلا صوت: الكلمات والموسيقى تنقلان الرسالة.',
  },
  voice_given: { mg: '', fr: '', en: '', ar: '' },
  captions: {
    mg: 'Nasiako soratra mandeha miaraka amin’ny teny ({count}).',
    fr: 'J’ai posé les sous-titres, mot à mot ({count}).',
    en: 'The captions follow the words ({count}).',
    ar: 'وضعت الترجمة كلمة بكلمة ({count}).',
  },
  slideshow: {
    mg: 'Nampifandimbiasiko moramora ny sary {count}: {seconds} segondra.',
    fr: 'J’ai enchaîné doucement {count} images : {seconds} secondes.',
    en: '{count} pictures follow one another quietly: {seconds} seconds.',
    ar: 'تتوالى {count} صور بهدوء: {seconds} ثانية.',
  },
  watermark: {
    mg: 'Napetrako eo an-jorony ny anaran’ny marika.',
    fr: 'J’ai posé le nom de la marque dans un coin.',
    en: 'The brand’s name stands in a corner.',
    ar: 'وضعت اسم العلامة في زاوية.',
  },
  upscaled: {
    mg: 'Nolehibeiko {factor} heny ny sary. Tsy nisy antsipiriany noforonina.',
    fr: 'Image agrandie {factor} fois. Aucun détail n’a été inventé.',
    en: 'The picture is {factor} times larger. No detail was invented.',
    ar: 'كُبّرت الصورة {factor} مرة. لم يُخترع أي تفصيل.',
  },
  upscaled_soft: {
    mg: 'Nolehibeiko {factor} heny ny sary. Mety ho somary manjavozavo raha atonta.',
    fr: 'Image agrandie {factor} fois : imprimée, elle paraîtra un peu floue.',
    en: 'The picture is {factor} times larger: in print it will look a little soft.',
    ar: 'كُبّرت الصورة {factor} مرة: ستبدو غير حادة قليلًا عند الطباعة.',
  },
  thumbnail: {
    mg: 'Nofidiko ny sary mazava indrindra ao amin’ny horonantsary ho fonony.',
    fr: 'J’ai choisi l’image la plus nette de la vidéo pour sa couverture.',
    en: 'The clearest moment of the video is its cover.',
    ar: 'اخترت أوضح لحظة في الفيديو غلافًا له.',
  },
} satisfies Record<string, Record<Language, string>>;

/** `{name}` in a phrase is replaced by values.name. */
export const say = (language: Language, phrase: keyof typeof phrases, values: Record<string, string | number> = {}): string =>
  phrases[phrase][language].replaceAll(/\{(\w+)\}/g, (_found, name: string) => String(values[name] ?? '')).slice(0, 500);
