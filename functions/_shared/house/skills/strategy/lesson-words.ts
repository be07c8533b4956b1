// The sentences of the week's lessons in the four languages: instructions a planner can follow. Called by extract-lessons.ts.
import type { Language } from '../../../payloads.ts';

export type LessonWords = {
  formats: string;
  hours: string;
  networks: string;
  /** where it holds */
  on: string;
  everywhere: string;
  tryAgain: string;
  keep: string;
  fewPosts: string;
  oneSided: string;
  say: string;
  sayTurned: string;
  sayNothing: string;
  test: string;
};

/** `{better}` stands first in every language: read-figures.ts lessonSides reads a lesson back by that order. */
export const lessonWords: Record<Language, LessonWords> = {
  fr: {
    formats: 'Faire passer les {better} avant les {worse}.',
    hours: 'Publier {better}, pas {worse}.',
    networks: 'Donner plus de publications à {better} qu’à {worse}.',
    on: 'Vu sur {networks}.',
    everywhere: 'Vu sur tous les réseaux de la semaine.',
    tryAgain: 'Ne plus suivre : {lesson}',
    keep: 'Continuer : {lesson}',
    fewPosts: 'Les {name} : {posts} sur les 3 publications nécessaires.',
    oneSided: 'Il faut un deuxième format avec 3 publications pour comparer.',
    say: 'La leçon qui change le plus : {lesson} {value} contre {other} d’engagement.',
    sayTurned: 'Les chiffres disent le contraire de ce que nous suivions : {lesson} {value} contre {other} d’engagement.',
    sayNothing: 'Une semaine trop calme pour une leçon : je préfère attendre des chiffres.',
    test: 'Retenir du test {question} : {winner}.',
  },
  mg: {
    formats: 'Ataovy mialoha ny {better} noho ny {worse}.',
    hours: 'Mamoaha {better} fa aza {worse}.',
    networks: 'Omeo famoahana bebe kokoa ny {better} noho ny {worse}.',
    on: "Hita tao amin'ny {networks}.",
    everywhere: "Hita tao amin'ny tambajotra rehetra tamin'ity herinandro ity.",
    tryAgain: 'Aza arahina intsony: {lesson}',
    keep: 'Tohizo: {lesson}',
    fewPosts: 'Ny {name}: {posts} amin’ny famoahana 3 ilaina.',
    oneSided: 'Mila endrika faharoa misy famoahana 3 vao azo ampitahaina.',
    say: 'Izao no lesona manova be indrindra: {lesson} {value} fa {other} ny fihetsika.',
    sayTurned: "Mifanohitra amin'izay narahintsika ny isa: {lesson} {value} fa {other} ny fihetsika.",
    sayNothing: 'Herinandro tony loatra ka tsy misy lesona: aleoko miandry isa.',
    test: "Tadidio avy amin'ny fitsapana {question}: {winner}.",
  },
  en: {
    formats: 'Put {better} before {worse}.',
    hours: 'Publish {better} rather than {worse}.',
    networks: 'Give {better} more pieces than {worse}.',
    on: 'Seen on {networks}.',
    everywhere: 'Seen on all networks of the week.',
    tryAgain: 'No longer follow this: {lesson}',
    keep: 'Keep to this: {lesson}',
    fewPosts: 'The {name}: {posts} of the 3 posts it takes.',
    oneSided: 'It takes a second format with 3 posts to compare.',
    say: 'The lesson that changes most: {lesson} It is {value} against {other} engagement.',
    sayTurned: 'The figures say the opposite of what we followed: {lesson} It is {value} against {other} engagement.',
    sayNothing: 'The week was too quiet for a lesson: I would rather wait for figures.',
    test: 'Keep this from the test {question}: {winner}.',
  },
  ar: {
    formats: 'تقديم {better} على {worse}.',
    hours: 'النشر {better} بدلًا من النشر {worse}.',
    networks: 'إعطاء {better} منشورات أكثر من {worse}.',
    on: 'لوحظ ذلك على {networks}.',
    everywhere: 'لوحظ ذلك على كل شبكات الأسبوع.',
    tryAgain: 'التوقف عن اتباع هذا: {lesson}',
    keep: 'الاستمرار في هذا: {lesson}',
    fewPosts: '{name}: {posts} من أصل 3 منشورات مطلوبة.',
    oneSided: 'نحتاج إلى شكل ثانٍ بعدد 3 منشورات للمقارنة.',
    say: 'الدرس الذي يغيّر أكثر: {lesson} {value} مقابل {other} من التفاعل.',
    sayTurned: 'الأرقام تقول عكس ما كنا نتبعه: {lesson} {value} مقابل {other} من التفاعل.',
    sayNothing: 'أسبوع هادئ لا درس فيه: أفضّل انتظار الأرقام.',
    test: 'ما نحتفظ به من الاختبار {question}: {winner}.',
  },
};
