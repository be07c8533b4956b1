// The texts of the tour. Used by guided-tour.ts.
import type { Phrases } from '../say.ts';
import type { TourStep } from './guided-tour.ts';

export const tourTitles = {
  brand: { mg: 'Ny marikareo', fr: 'Votre marque', en: 'Your brand', ar: 'علامتكم' },
  first_post: { mg: 'Ny lahatsoratra voalohany', fr: 'Votre premier post', en: 'Your first post', ar: 'منشوركم الأول' },
  decide: { mg: 'Manapaka', fr: 'Décider', en: 'Decide', ar: 'اتخاذ القرار' },
  page: { mg: 'Ny pejinareo', fr: 'Votre page', en: 'Your page', ar: 'صفحتكم' },
  agents: { mg: 'Ny agent', fr: 'Les agents', en: 'The agents', ar: 'الوكلاء' },
  connect: { mg: 'Mampifandray kaonty', fr: 'Relier un compte', en: 'Connect an account', ar: 'ربط حساب' },
} satisfies Record<TourStep, Phrases[string]>;

export const tourTexts = {
  brand: {
    mg: 'Omeo ny adiresin’ny tranokala, na valio ny fanontaniana vitsivitsy: io no vakin’ny agent alohan’ny asa rehetra.',
    fr: 'Donnez l’adresse de votre site ou répondez à quelques questions : les agents lisent cette carte avant chaque tâche.',
    en: 'Give the address of your site or answer a few questions: the agents read this card before each task.',
    ar: 'أعطوا عنوان موقعكم أو أجيبوا عن بضعة أسئلة: يقرأ الوكلاء هذه البطاقة قبل كل مهمة.',
  },
  first_post: {
    mg: 'Lazao amin’ny fehezanteny iray izay ambaranareo: ny vidiny, ny andro, ny toerana.',
    fr: 'Dites en une phrase ce que vous annoncez : le prix, le jour, le lieu.',
    en: 'Say in one sentence what you announce: the price, the day, the place.',
    ar: 'قولوا في جملة واحدة ما تعلنونه: السعر واليوم والمكان.',
  },
  decide: {
    mg: 'Ekeo, ovay na lavo: tsy misy mivoaka raha tsy eo ny teninareo.',
    fr: 'Approuvez, modifiez ou rejetez : rien ne sort sans votre accord.',
    en: 'Approve, edit or reject: nothing goes out without your consent.',
    ar: 'وافقوا أو عدّلوا أو ارفضوا: لا يخرج شيء دون موافقتكم.',
  },
  page: {
    mg: 'Ity no hitan’ny mpanjifa: ny lahatsoratra sy takelaka hanoratana aminareo. Zarao ny adiresiny.',
    fr: 'Voici ce que voient vos clients : vos posts et un formulaire pour vous écrire. Partagez son adresse.',
    en: 'This is what customers see: your posts and a form to write to you. Share its address.',
    ar: 'هذا ما يراه الزبائن: منشوراتكم ونموذج لمراسلتكم. شاركوا عنوانها.',
  },
  agents: {
    mg: 'Jereo hoe iza no miasa ho anareo, inona no ataony, ary inona no tadidiny.',
    fr: 'Voyez qui travaille pour vous, ce que chacun fait et ce dont il se souvient.',
    en: 'See who works for you, what each one does and what they remember.',
    ar: 'انظروا من يعمل لكم وما يفعله كل واحد وما يتذكره.',
  },
  connect: {
    mg: 'Ampifandraiso ny kaonty ampiasainareo rehefa ilaina: mandeha ny pejy Nexio na dia tsy misy aza.',
    fr: 'Reliez vos comptes quand vous en avez besoin : la page Nexio marche aussi sans eux.',
    en: 'Connect your accounts when you need them: the Nexio page works without them too.',
    ar: 'اربطوا حساباتكم عند الحاجة: صفحة Nexio تعمل بدونها أيضًا.',
  },
} satisfies Record<TourStep, Phrases[string]>;

export const tourPhrases = {
  next: {
    mg: 'Manaraka: {title}. Mbola misy dingana {left} amin’ny {of}.',
    fr: 'Ensuite : {title}. Étapes restantes : {left} sur {of}.',
    en: 'Next: {title}. Steps left: {left} of {of}.',
    ar: 'التالي: {title}. الخطوات الباقية: {left} من {of}.',
  },
  finished: {
    mg: 'Efa nojerenareo ny trano manontolo. Tongasoa!',
    fr: 'Vous avez fait le tour de la maison. Bienvenue !',
    en: 'You have seen the whole house. Welcome!',
    ar: 'لقد رأيتم كل شيء. أهلًا بكم!',
  },
  left: {
    mg: 'Avelako aloha ny fitsidihana: miverena ao amin’ny fanampiana rehefa te hijery.',
    fr: 'Je laisse la visite de côté : elle vous attend dans l’aide quand vous voudrez.',
    en: 'I leave the tour for now: you find it in the help when you want it.',
    ar: 'أترك الجولة الآن: تجدونها في المساعدة متى أردتم.',
  },
} satisfies Phrases;
