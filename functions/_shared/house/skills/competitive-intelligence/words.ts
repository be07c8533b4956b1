// What the house model says of competitors, in the four languages: counted, with "probably" where it infers. Used by the answers beside this file.
import type { Language } from '../../../payloads.ts';

/** `{name}` in a sentence is replaced by values.name. */
export const put = (text: string, values: Record<string, string | number>): string =>
  text.replaceAll(/\{(\w+)\}/g, (_all, name: string) => String(values[name] ?? ''));

export type Criterion = 'offers' | 'followers' | 'posts' | 'per_post' | 'stars' | 'hours' | 'phone';
export type RivalWords = {
  unknown: string;
  yes: string;
  no: string;
  price: string;
  criteria: Record<Criterion, string>;
  voice: string;
  asks: string;
  gaps: Record<'hours' | 'price' | 'phone' | 'place', [gap: string, because: string]>;
  summary: string;
  learn: string;
  keep: string;
  aims: Record<'price_down' | 'price_up' | 'wider' | 'narrower' | 'theme' | 'none', string>;
  customers: string;
  moves: Record<'price' | 'offer_added' | 'offer_removed' | 'text', string>;
  strength: Record<'offers' | 'followers' | 'prices', string>;
  weakness: Record<'hours' | 'price' | 'phone' | 'none', string>;
  notKnown: string[];
  titles: Record<'gap' | 'answer' | 'price', string>;
  proposal: string;
  /** an order for a look behind the scenes */
  making: string;
  basis: Record<'none' | 'theme', string>;
  risks: Record<'gap' | 'answer' | 'price', string>;
  say: Record<'analysis' | 'comparison' | 'strategy' | 'opportunity' | 'nothing', string>;
};

export const rivalWords: Record<Language, RivalWords> = {
  fr: {
    unknown: 'inconnu',
    yes: 'oui',
    no: 'pas trouvé',
    price: 'Prix de « {name} »',
    criteria: {
      offers: 'Choses proposées',
      followers: 'Abonnés',
      posts: 'Publications sur la période',
      per_post: 'Réactions par publication',
      stars: 'Étoiles',
      hours: 'Horaires affichés',
      phone: 'Téléphone affiché',
    },
    voice: 'Des phrases de {words} mots en moyenne, {cries} points d’exclamation et {questions} questions pour {count} passages lus.',
    asks: 'On demande : « {question} », et personne ne répond.',
    gaps: {
      hours: ['Personne ne dit ses horaires', 'Nos horaires sont connus : {own}.'],
      price: ['Personne n’affiche le prix', 'Notre prix est connu : {own}.'],
      phone: ['Personne ne donne de numéro', 'On peut nous appeler au {own}.'],
      place: ['Personne ne dit où il se trouve', 'On nous trouve à {own}.'],
    },
    summary:
      'Nous avons comparé {count} concurrent(s) sur {criteria} critères. Nous sommes devant sur {ours}, ils le sont sur {theirs}. Un client le verrait d’abord sur : {first}. Ce qui n’est pas public est marqué inconnu. Cette page reste entre nous.',
    learn: '{name} fait mieux sur : {criterion} ({value}).',
    keep: 'Nous faisons mieux sur : {criterion} ({value}) ; disons-le plus souvent.',
    aims: {
      price_down: 'Probablement gagner des clients par le prix.',
      price_up: 'Probablement vendre plus cher la même chose.',
      wider: 'Probablement élargir ce qu’il vend.',
      narrower: 'Probablement se concentrer sur moins de choses.',
      theme: 'Probablement se faire connaître par {theme}.',
      none: 'Probablement garder ce qu’il a : rien n’a bougé.',
    },
    customers: 'Il s’adresse à : {who}.',
    moves: {
      price: 'Le prix passe de « {before} » à « {after} ».',
      offer_added: 'Une offre de plus : « {after} ».',
      offer_removed: 'Une offre de moins : « {before} ».',
      text: 'Un texte change : « {after} ».',
    },
    strength: {
      offers: 'Il montre {count} choses à vendre, avec leurs noms.',
      followers: 'Il a {count} abonnés.',
      prices: 'Il affiche {count} prix.',
    },
    weakness: {
      hours: 'On ne trouve pas ses horaires.',
      price: 'On ne trouve pas ses prix.',
      phone: 'On ne trouve pas de numéro à appeler.',
      none: 'Rien de ce qui est public ne montre une faiblesse.',
    },
    notKnown: ['ce qu’il vend vraiment par jour', 'ce que ses clients pensent de lui', 'ce qu’il dépense en publicité'],
    titles: { gap: '{gap} : disons le nôtre', answer: 'On aime entendre parler de {theme}', price: 'Leur prix change, le nôtre est clair' },
    proposal: 'Écris une publication sur {thing}',
    making: 'Montre comment on prépare : {name}',
    basis: {
      none: 'Nous n’avons pas de chiffres à nous : la fourchette va de rien à un cinquième de plus que d’habitude.',
      theme: 'Chez eux, ce sujet fait mieux que leur moyenne ; nous comptons au plus un cinquième de plus que d’habitude.',
    },
    risks: {
      gap: 'Un concurrent peut dire la même chose demain.',
      answer: 'Ne rien reprendre de leurs mots ni de leurs images.',
      price: 'Ne pas nommer le concurrent, et ne pas entrer dans une guerre des prix.',
    },
    say: {
      analysis: 'J’ai lu {count} passages : on y parle surtout de {theme}.',
      comparison: 'Nous sommes devant sur {ours} critère(s), derrière sur {theirs}.',
      strategy: 'Celui qui bouge : {name}. {aim}',
      opportunity: 'La meilleure ouverture : {title}, pour au plus un cinquième de plus que d’habitude.',
      nothing: 'Je ne vois aucune ouverture qui tienne : mieux vaut ne rien forcer.',
    },
  },
  mg: {
    unknown: 'tsy fantatra',
    yes: 'eny',
    no: 'tsy hita',
    price: 'Vidin’ny « {name} »',
    criteria: {
      offers: 'Isan’ny zavatra amidy',
      followers: 'Isan’ny mpanaraka',
      posts: 'Isan’ny famoahana',
      per_post: 'Fihetsika isaky ny famoahana',
      stars: 'Kintana',
      hours: 'Ora fiasana aseho',
      phone: 'Laharana aseho',
    },
    voice:
      'Fehezanteny misy teny {words} eo ho eo, miaraka amin’ny mari-piantsoana {cries} sy fanontaniana {questions} ao amin’ny andalana {count} novakina.',
    asks: 'Misy manontany hoe « {question} », nefa tsy misy mamaly.',
    gaps: {
      hours: ['Tsy misy milaza ny ora fiasany', 'Fantatra ny ora fiasantsika: {own}.'],
      price: ['Tsy misy mampiseho ny vidiny', 'Fantatra ny vidin’ny antsika: {own}.'],
      phone: ['Tsy misy manome laharana', 'Azo antsoina isika amin’ny {own}.'],
      place: ['Tsy misy milaza ny toerana misy azy', 'Hita eny {own} isika.'],
    },
    summary:
      'Mpifaninana {count} no nampitahaina tamin’ny lafiny {criteria}. Mialoha isika amin’ny {ours}, mialoha izy ireo amin’ny {theirs}. Izao no ho hitan’ny mpanjifa voalohany: {first}. Izay tsy ampahibemaso dia soratana hoe tsy fantatra. Ato anatiny ihany ity taratasy ity.',
    learn: 'Tsara kokoa ny {name} amin’ny: {criterion} ({value}).',
    keep: 'Tsara kokoa isika amin’ny: {criterion} ({value}); aleo lazaina matetika kokoa.',
    aims: {
      price_down: 'Angamba ny hahazo mpanjifa amin’ny vidiny no tadiaviny.',
      price_up: 'Angamba ny hivarotra lafo kokoa ny zavatra iray ihany no tadiaviny.',
      wider: 'Angamba ny hanitatra izay amidiny no tadiaviny.',
      narrower: 'Angamba ny hifantoka amin’ny zavatra vitsy no tadiaviny.',
      theme: 'Angamba ny ho fantatra amin’ny {theme} no tadiaviny.',
      none: 'Angamba ny hitana izay efa ao no tadiaviny: tsy nisy nihetsika.',
    },
    customers: 'Miresaka amin’ny {who} izy.',
    moves: {
      price: 'Niova ny vidiny: « {before} » lasa « {after} ».',
      offer_added: 'Nisy tolotra nanampy: « {after} ».',
      offer_removed: 'Nisy tolotra nesorina: « {before} ».',
      text: 'Niova ny soratra: « {after} ».',
    },
    strength: {
      offers: 'Mampiseho zavatra amidy {count} miaraka amin’ny anarany izy.',
      followers: 'Manana mpanaraka {count} izy.',
      prices: 'Mampiseho vidiny {count} izy.',
    },
    weakness: {
      hours: 'Tsy hita ny ora fiasany.',
      price: 'Tsy hita ny vidiny.',
      phone: 'Tsy misy laharana azo antsoina.',
      none: 'Tsy misy fahalemena hita amin’izay ampahibemaso.',
    },
    notKnown: ['izay tena lafony isan’andro', 'ny hevitry ny mpanjifany momba azy', 'ny vola laniny amin’ny dokambarotra'],
    titles: {
      gap: '{gap}: andao holazaina ny antsika',
      answer: 'Tian’ny olona ny resaka {theme}',
      price: 'Miova ny vidin’izy ireo, mazava ny antsika',
    },
    proposal: 'Manaova lahatsoratra momba ny {thing}',
    making: 'Asehoy ny ao ambadika: fanamboarana {name}',
    basis: {
      none: 'Tsy misy isa avy amintsika: avy amin’ny aotra ka hatramin’ny ampahadimy mihoatra ny mahazatra no vinavinaina.',
      theme: 'Any amin’izy ireo dia mihoatra ny salanisa io lohahevitra io; ampahadimy mihoatra ny mahazatra no antenaina ho antsika.',
    },
    risks: {
      gap: 'Mety hilaza izany koa ny mpifaninana rahampitso.',
      answer: 'Tsy azo alaina ny teniny na ny sariny.',
      price: 'Tsy tononina ny mpifaninana, ary tsy idirana ny ady vidiny.',
    },
    say: {
      analysis: 'Andalana {count} no novakiko: ny {theme} no tena resahina ao.',
      comparison: 'Mialoha isika amin’ny lafiny {ours}, ary aoriana amin’ny {theirs}.',
      strategy: 'Ny {name} no mihetsika. {aim}',
      opportunity: 'Ny varavarana tsara hosokafana: {title}, mety hitondra ampahadimy mihoatra ny mahazatra.',
      nothing: 'Tsy misy varavarana mendrika hitako: aleo tsy terena.',
    },
  },
  en: {
    unknown: 'unknown',
    yes: 'yes',
    no: 'not found',
    price: 'Price of “{name}”',
    criteria: {
      offers: 'Things on offer',
      followers: 'Followers',
      posts: 'Posts in the period',
      per_post: 'Reactions a post',
      stars: 'Stars',
      hours: 'Hours shown',
      phone: 'Telephone shown',
    },
    voice: 'Sentences of {words} words on average, with {cries} exclamation marks and {questions} questions in the {count} passages read.',
    asks: 'People ask “{question}” and nobody answers.',
    gaps: {
      hours: ['Nobody says their hours', 'Our hours are known: {own}.'],
      price: ['Nobody shows a price', 'Our price is known: {own}.'],
      phone: ['Nobody gives a number', 'We can be called on {own}.'],
      place: ['Nobody says where they are', 'We are found in {own}.'],
    },
    summary:
      'We compared {count} competitor(s) on {criteria} criteria. We lead on {ours}, and they lead on {theirs}. A customer would notice this first: {first}. What is not public is marked unknown. This page stays between us.',
    learn: '{name} does better on: {criterion} ({value}).',
    keep: 'We do better on: {criterion} ({value}), and should say it more often.',
    aims: {
      price_down: 'Probably to win customers by the price.',
      price_up: 'Probably to sell the same thing for more.',
      wider: 'Probably to widen what it sells.',
      narrower: 'Probably to concentrate on fewer things.',
      theme: 'Probably to be known for {theme}.',
      none: 'Probably to keep what it has: nothing has moved.',
    },
    customers: 'It speaks to {who}.',
    moves: {
      price: 'The price goes from “{before}” to “{after}”.',
      offer_added: 'One more offer: “{after}”.',
      offer_removed: 'One offer less: “{before}”.',
      text: 'A text changes: “{after}”.',
    },
    strength: {
      offers: 'It shows {count} things to buy, with their names.',
      followers: 'It has {count} followers.',
      prices: 'It shows {count} prices.',
    },
    weakness: {
      hours: 'Its hours are not to be found.',
      price: 'Its prices are not to be found.',
      phone: 'There is no number to call.',
      none: 'Nothing that is public shows a weakness.',
    },
    notKnown: ['what it really sells in a day', 'what its customers think of it', 'what it spends on advertising'],
    titles: { gap: '{gap}: let us say ours', answer: 'People like to hear about {theme}', price: 'Their price changes, ours is clear' },
    proposal: 'Write a post about {thing}',
    making: 'Show how we make: {name}',
    basis: {
      none: 'We have no figures of our own: the range goes from nothing to a fifth more than usual.',
      theme: 'With them this subject does better than their mean; we count on a fifth more than usual at most.',
    },
    risks: {
      gap: 'A competitor may say the same tomorrow.',
      answer: 'Take over none of their words or pictures.',
      price: 'Do not name the competitor, and do not enter a war of prices.',
    },
    say: {
      analysis: 'I read {count} passages: most of all they are about {theme}.',
      comparison: 'We lead on {ours} of the criteria, and are behind on {theirs}.',
      strategy: 'The one who is moving: {name}. {aim}',
      opportunity: 'The opening to take: {title}, for a fifth more than usual at most.',
      nothing: 'I see no opening that would hold: it is better not to force one.',
    },
  },
  ar: {
    unknown: 'غير معروف',
    yes: 'نعم',
    no: 'لم نجده',
    price: 'سعر «{name}»',
    criteria: {
      offers: 'عدد المعروضات',
      followers: 'المتابعون',
      posts: 'المنشورات في الفترة',
      per_post: 'التفاعل لكل منشور',
      stars: 'النجوم',
      hours: 'أوقات العمل المعلنة',
      phone: 'الهاتف المعلن',
    },
    voice: 'جمل من {words} كلمات في المعدل، مع {cries} من علامات التعجب و{questions} من الأسئلة في {count} من المقاطع المقروءة.',
    asks: 'يسأل الناس: «{question}» ولا أحد يجيب.',
    gaps: {
      hours: ['لا أحد يذكر أوقات عمله', 'أوقاتنا معروفة: {own}.'],
      price: ['لا أحد يعرض السعر', 'سعرنا معروف: {own}.'],
      phone: ['لا أحد يعطي رقمًا', 'يمكن الاتصال بنا على {own}.'],
      place: ['لا أحد يذكر مكانه', 'مكاننا معروف: {own}.'],
    },
    summary:
      'قارنّا {count} من المنافسين في {criteria} من المعايير. نحن متقدمون في {ours} وهم متقدمون في {theirs}. أول ما يلاحظه الزبون: {first}. ما ليس معلنًا كتبناه غير معروف. هذه الورقة تبقى بيننا.',
    learn: '{name} يتقدم في: {criterion} ({value}).',
    keep: 'نحن نتقدم في: {criterion} ({value})، فلنذكره أكثر.',
    aims: {
      price_down: 'يسعى على الأرجح إلى كسب الزبائن بالسعر.',
      price_up: 'يسعى على الأرجح إلى بيع الشيء نفسه بسعر أعلى.',
      wider: 'يسعى على الأرجح إلى توسيع ما يبيعه.',
      narrower: 'يسعى على الأرجح إلى التركيز على أشياء أقل.',
      theme: 'يسعى على الأرجح إلى أن يُعرف من خلال {theme}.',
      none: 'يسعى على الأرجح إلى الحفاظ على ما لديه: لم يتحرك شيء.',
    },
    customers: 'يخاطب: {who}.',
    moves: {
      price: 'تغير السعر من «{before}» إلى «{after}».',
      offer_added: 'عرض إضافي: «{after}».',
      offer_removed: 'عرض أقل: «{before}».',
      text: 'تغير نص: «{after}».',
    },
    strength: { offers: 'يعرض {count} من الأشياء بأسمائها.', followers: 'لديه {count} من المتابعين.', prices: 'يعرض {count} من الأسعار.' },
    weakness: { hours: 'لا نجد أوقات عمله.', price: 'لا نجد أسعاره.', phone: 'لا نجد رقمًا للاتصال به.', none: 'لا شيء معلن يدل على ضعف.' },
    notKnown: ['ما يبيعه حقًا في اليوم', 'ما يظنه زبائنه به', 'ما ينفقه على الإعلان'],
    titles: { gap: '{gap}: فلنذكر ما لدينا', answer: 'الناس يحبون الحديث عن {theme}', price: 'سعرهم يتغير وسعرنا واضح' },
    proposal: 'اكتب منشورا عن {thing}',
    making: 'من الكواليس: كيف نحضر {name}',
    basis: {
      none: 'ليس لدينا أرقام خاصة بنا: التقدير من لا شيء إلى الخمس فوق المعتاد.',
      theme: 'عندهم يتجاوز هذا الموضوع معدلهم، ونحن نقدّر الخمس فوق المعتاد على الأكثر.',
    },
    risks: {
      gap: 'قد يقول منافس الشيء نفسه غدًا.',
      answer: 'لا نأخذ شيئًا من كلماتهم أو صورهم.',
      price: 'لا نسمي المنافس ولا ندخل حرب أسعار.',
    },
    say: {
      analysis: 'قرأت {count} من المقاطع: أكثرها عن {theme}.',
      comparison: 'نحن متقدمون في {ours} من المعايير ومتأخرون في {theirs}.',
      strategy: 'الذي يتحرك: {name}. {aim}',
      opportunity: 'الفرصة المقترحة: {title}، وقد تأتي بالخمس فوق المعتاد على الأكثر.',
      nothing: 'لا أرى فرصة تستحق: الأولى ألا نتكلف.',
    },
  },
};
