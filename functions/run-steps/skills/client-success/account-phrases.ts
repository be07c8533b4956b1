// What is said about connecting accounts. Used by account-connector.ts.
import type { Phrases } from '../say.ts';
import type { Meaning, Purpose } from './accounts.ts';

export const accountPhrases = {
  connected: {
    mg: 'Efa mifandray ny {name}: tsy misy tokony hatao.',
    fr: '{name} est relié : il n’y a rien à faire.',
    en: '{name} is connected: there is nothing to do.',
    ar: '{name} متصل: لا شيء مطلوب.',
  },
  not_connected: {
    mg: 'Azo ampifandraisina ny {name}. Ao amin’ny pejin’ny {name} mihitsy no anekenareo; aza omena eto ny tenimiafinareo.',
    fr: 'Vous pouvez relier {name}. L’accord se donne sur la page de {name} elle-même ; ne donnez jamais votre mot de passe ici.',
    en: 'You can connect {name}. You consent on the page of {name} itself; never give your password here.',
    ar: 'يمكنكم ربط {name}. تُعطى الموافقة في صفحة {name} نفسها؛ لا تعطوا كلمة السر هنا أبدًا.',
  },
  expired: {
    mg: 'Lany daty ny fifandraisana tamin’ny {name}: ekeo indray ao amin’ny pejiny.',
    fr: 'L’accord avec {name} a expiré : il faut le redonner sur sa page.',
    en: 'The consent with {name} has run out: please give it again on its page.',
    ar: 'انتهت موافقة {name}: يجب تجديدها في صفحته.',
  },
  not_configured: {
    mg: 'Mbola tsy vonona aty aminay ny {name}: tsy misy azonareo atao, izahay no hanomana azy.',
    fr: '{name} n’est pas encore prêt de notre côté : vous n’y pouvez rien, c’est à nous de le préparer.',
    en: '{name} is not ready on our side yet: there is nothing you can do, it is for us to prepare.',
    ar: '{name} غير جاهز لدينا بعد: لا شيء بأيديكم، علينا نحن تجهيزه.',
  },
  not_in_plan: {
    mg: 'Tsy ao anatin’ny tolotra nalainareo ny {name}.',
    fr: '{name} n’est pas compris dans votre formule.',
    en: '{name} is not part of your plan.',
    ar: '{name} غير مشمول في باقتكم.',
  },
  nothing_needed: {
    mg: 'Tsy misy kaonty mila ampifandraisina izao: mandeha ny pejy Nexio.',
    fr: 'Aucun compte à relier pour l’instant : la page Nexio suffit.',
    en: 'There is no account to connect now: the Nexio page is enough.',
    ar: 'لا حساب يحتاج إلى ربط الآن: صفحة Nexio تكفي.',
  },
  own_page: {
    mg: 'Ny pejy Nexio dia mamoaka ny lahatsoratra sy mandray ny hafatra tsy mila kaonty hafa.',
    fr: 'La page Nexio publie vos posts et reçoit vos messages sans autre compte.',
    en: 'The Nexio page publishes your posts and receives your messages with no other account.',
    ar: 'صفحة Nexio تنشر منشوراتكم وتستقبل رسائلكم بلا حساب آخر.',
  },
} satisfies Phrases;

export const accountPurposes = {
  publish: {
    mg: 'Mamoaka mivantana ao amin’ny {name} izay nekenareo.',
    fr: 'Publier directement sur {name} ce que vous approuvez.',
    en: 'Publish on {name} directly what you approve.',
    ar: 'نشر ما توافقون عليه مباشرة على {name}.',
  },
  measure: {
    mg: 'Mandrefy ny vokatra ao amin’ny {name}.',
    fr: 'Mesurer ce que vos posts donnent sur {name}.',
    en: 'Measure how your posts do on {name}.',
    ar: 'قياس نتائج منشوراتكم على {name}.',
  },
  answer: {
    mg: 'Mamaly ny hevitra sy ny hafatra ao amin’ny {name}.',
    fr: 'Répondre aux commentaires et messages reçus sur {name}.',
    en: 'Answer comments and messages on {name}.',
    ar: 'الرد على التعليقات والرسائل على {name}.',
  },
  ads: {
    mg: 'Manara-maso sy mampiato ny dokam-barotra ao amin’ny {name}.',
    fr: 'Suivre vos publicités {name} et mettre en pause celles qui font perdre.',
    en: 'Watch your {name} campaigns and pause those that lose money.',
    ar: 'متابعة إعلانات {name} وإيقاف الخاسرة منها.',
  },
  mail: {
    mg: 'Mandefa mailaka amin’ny {name}.',
    fr: 'Envoyer vos lettres par {name}.',
    en: 'Send your letters by {name}.',
    ar: 'إرسال رسائلكم عبر {name}.',
  },
  messages: {
    mg: 'Mandray sy mandefa hafatra amin’ny {name}.',
    fr: 'Recevoir et envoyer des messages {name}.',
    en: 'Receive and send {name} messages.',
    ar: 'استقبال رسائل {name} وإرسالها.',
  },
  reviews: {
    mg: 'Mamaky sy mamaly ny hevitry ny mpanjifa ao amin’ny {name}.',
    fr: 'Lire vos avis {name} et y répondre.',
    en: 'Read your {name} reviews and answer them.',
    ar: 'قراءة تقييماتكم على {name} والرد عليها.',
  },
  search: {
    mg: 'Mahafantatra hoe amin’ny teny inona no ahitana anareo ({name}).',
    fr: 'Savoir avec quels mots on vous trouve ({name}).',
    en: 'Know with which words people find you ({name}).',
    ar: 'معرفة الكلمات التي يجدكم الناس بها ({name}).',
  },
  payments: {
    mg: 'Mahita ny vola voaray amin’ny {name}.',
    fr: 'Voir les paiements reçus par {name}.',
    en: 'See the payments received by {name}.',
    ar: 'رؤية المدفوعات المستلمة عبر {name}.',
  },
  automate: {
    mg: 'Mampandeha fitaovana hafa amin’ny alalan’ny {name}.',
    fr: 'Déclencher vos autres outils par {name}.',
    en: 'Set off your other tools through {name}.',
    ar: 'تشغيل أدواتكم الأخرى عبر {name}.',
  },
  find: {
    mg: 'Mitady mpanjifa vaovao amin’ny {name}.',
    fr: 'Chercher de nouveaux clients avec {name}.',
    en: 'Look for new customers with {name}.',
    ar: 'البحث عن زبائن جدد مع {name}.',
  },
} satisfies Record<Purpose, Phrases[string]>;

export const accountMeanings = {
  see_profile: {
    mg: 'Mahita ny anarana sy ny pejy.',
    fr: 'Voir le nom et les pages du compte.',
    en: 'See the name and pages of the account.',
    ar: 'رؤية اسم الحساب وصفحاته.',
  },
  see_figures: { mg: 'Mamaky ny tarehimarika.', fr: 'Lire les chiffres.', en: 'Read the figures.', ar: 'قراءة الأرقام.' },
  write_posts: {
    mg: 'Mamoaka ny lahatsoratra nekenareo.',
    fr: 'Publier les posts que vous approuvez.',
    en: 'Publish the posts that you approve.',
    ar: 'نشر ما توافقون عليه.',
  },
  read_comments: { mg: 'Mamaky ny hevitra.', fr: 'Lire les commentaires.', en: 'Read comments.', ar: 'قراءة التعليقات.' },
  write_comments: {
    mg: 'Mamaky sy mamaly ny hevitra.',
    fr: 'Lire les commentaires et y répondre.',
    en: 'Read comments and answer them.',
    ar: 'قراءة التعليقات والرد عليها.',
  },
  read_messages: { mg: 'Mamaky ny hafatra.', fr: 'Lire les messages.', en: 'Read messages.', ar: 'قراءة الرسائل.' },
  write_messages: {
    mg: 'Mamaky sy mandefa hafatra.',
    fr: 'Lire et envoyer des messages.',
    en: 'Read and send messages.',
    ar: 'قراءة الرسائل وإرسالها.',
  },
  read_ads: {
    mg: 'Mamaky ny vokatry ny dokam-barotra.',
    fr: 'Lire les résultats des publicités.',
    en: 'Read the results of advertisements.',
    ar: 'قراءة نتائج الإعلانات.',
  },
  change_ads: {
    mg: 'Mampiato na manova dokam-barotra; ny fampiakarana vola dia mila ny fanekenareo.',
    fr: 'Mettre en pause ou modifier des publicités ; augmenter un budget demande votre accord.',
    en: 'Pause or change advertisements; raising a budget needs your consent.',
    ar: 'إيقاف الإعلانات أو تعديلها؛ رفع الميزانية يحتاج موافقتكم.',
  },
  send_mail: {
    mg: 'Mandefa mailaka amin’ny anaranareo.',
    fr: 'Envoyer des e-mails en votre nom.',
    en: 'Send mails in your name.',
    ar: 'إرسال بريد باسمكم.',
  },
  read_contacts: {
    mg: 'Mamaky ny lisitry ny mpandray mailaka.',
    fr: 'Lire la liste des abonnés.',
    en: 'Read the list of subscribers.',
    ar: 'قراءة قائمة المشتركين.',
  },
  read_reviews: { mg: 'Mamaky ny hevitry ny mpanjifa.', fr: 'Lire les avis.', en: 'Read reviews.', ar: 'قراءة التقييمات.' },
  write_reviews: {
    mg: 'Mamaky sy mamaly ny hevitry ny mpanjifa.',
    fr: 'Lire les avis et y répondre.',
    en: 'Read reviews and answer them.',
    ar: 'قراءة التقييمات والرد عليها.',
  },
  read_payments: {
    mg: 'Mamaky ny vola voaray.',
    fr: 'Lire les paiements reçus.',
    en: 'Read the payments received.',
    ar: 'قراءة المدفوعات المستلمة.',
  },
  call_webhook: {
    mg: 'Mandefa filazana any amin’ny fitaovanareo.',
    fr: 'Envoyer un signal à vos outils.',
    en: 'Send a signal to your tools.',
    ar: 'إرسال إشارة إلى أدواتكم.',
  },
  search_data: {
    mg: 'Mitady amin’ny angona azo vidina.',
    fr: 'Chercher dans des données achetées.',
    en: 'Search in bought data.',
    ar: 'البحث في بيانات مشتراة.',
  },
} satisfies Record<Meaning, Phrases[string]>;

export const withoutAccount = {
  publish: {
    mg: 'Raha tsy eo izany: mivoaka ao amin’ny pejy Nexio ny lahatsoratra, ary azonareo adika amin’ny tanana any an-kafa.',
    fr: 'Sans lui : vos posts sortent sur la page Nexio, et vous les copiez à la main ailleurs.',
    en: 'Without it: your posts come out on the Nexio page, and you copy them elsewhere by hand.',
    ar: 'بدونه: تخرج منشوراتكم على صفحة Nexio وتنسخونها يدويًا إلى غيرها.',
  },
  measure: {
    mg: 'Raha tsy eo izany: ny tarehimariky ny pejy Nexio no vakina.',
    fr: 'Sans lui : nous lisons les chiffres de la page Nexio.',
    en: 'Without it: we read the figures of the Nexio page.',
    ar: 'بدونه: نقرأ أرقام صفحة Nexio.',
  },
  answer: {
    mg: 'Raha tsy eo izany: ianareo no mamaly, izahay manomana ny teny.',
    fr: 'Sans lui : vous répondez vous-même, nous préparons les mots.',
    en: 'Without it: you answer yourself, we prepare the words.',
    ar: 'بدونه: تجيبون بأنفسكم ونحضّر نحن الكلمات.',
  },
  ads: {
    mg: 'Raha tsy eo izany: ianareo no manova ny dokam-barotra, izahay manome hevitra.',
    fr: 'Sans lui : vous changez vos publicités vous-même, nous conseillons.',
    en: 'Without it: you change your advertisements yourself, we advise.',
    ar: 'بدونه: تغيّرون إعلاناتكم بأنفسكم ونحن ننصح.',
  },
  mail: {
    mg: 'Raha tsy eo izany: izahay manoratra ny taratasy, ianareo no mandefa.',
    fr: 'Sans lui : nous écrivons la lettre, vous l’envoyez.',
    en: 'Without it: we write the letter, you send it.',
    ar: 'بدونه: نكتب الرسالة وأنتم ترسلونها.',
  },
  messages: {
    mg: 'Raha tsy eo izany: ny takelaky ny pejy Nexio no mandray ny hafatra.',
    fr: 'Sans lui : le formulaire de la page Nexio reçoit les messages.',
    en: 'Without it: the form of the Nexio page receives the messages.',
    ar: 'بدونه: يستقبل نموذج صفحة Nexio الرسائل.',
  },
  reviews: {
    mg: 'Raha tsy eo izany: apetaho eto ny hevitra dia homaninay ny valiny.',
    fr: 'Sans lui : collez l’avis ici, nous préparons la réponse.',
    en: 'Without it: paste the review here, we prepare the answer.',
    ar: 'بدونه: ألصقوا التقييم هنا ونحضّر الرد.',
  },
  search: {
    mg: 'Raha tsy eo izany: ny tranokala ihany no jerena fa tsy ny fikarohana.',
    fr: 'Sans lui : nous examinons le site, pas les recherches.',
    en: 'Without it: we examine the site, not the searches.',
    ar: 'بدونه: نفحص الموقع لا عمليات البحث.',
  },
  payments: {
    mg: 'Raha tsy eo izany: soraty amin’ny tanana ny vola voaray.',
    fr: 'Sans lui : vous notez les paiements à la main.',
    en: 'Without it: you write down payments by hand.',
    ar: 'بدونه: تسجلون المدفوعات يدويًا.',
  },
  automate: {
    mg: 'Raha tsy eo izany: ato amin’ny Nexio ihany no mandeha ny asa.',
    fr: 'Sans lui : tout reste dans Nexio.',
    en: 'Without it: everything stays inside Nexio.',
    ar: 'بدونه: يبقى كل شيء داخل Nexio.',
  },
  find: {
    mg: 'Raha tsy eo izany: ireo manoratra ao amin’ny pejy Nexio no raisina.',
    fr: 'Sans lui : nous suivons les personnes qui écrivent sur la page Nexio.',
    en: 'Without it: we follow up the people who write on the Nexio page.',
    ar: 'بدونه: نتابع من يكتبون على صفحة Nexio.',
  },
} satisfies Record<Purpose, Phrases[string]>;
