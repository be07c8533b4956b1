-- What a short answer in a chat means: words, figures and signs of Malagasy, French, English and Arabic as data. Read by answer_messages.

create function engine.fold_reply(p_text text) returns text
language sql immutable
set search_path = ''
as $$
  -- compatibility forms fold keycaps, full width and presentation letters; then marks, joiners, directions, skin tones and the Arabic tatweel go
  select trim(regexp_replace(
    regexp_replace(
      translate(lower(normalize(coalesce(p_text, ''), NFKD)), '٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹’', '01234567890123456789'''),
      '[\u0300-\u036f\u0610-\u061a\u061c\u0640\u064b-\u065f\u0670\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe0e\ufe0f\ufeff\u20e3\U0001F3FB-\U0001F3FF]', '', 'g'),
    '[\s!.,;:?¿¡؟،؛…"''«»()*_~]+', ' ', 'g'))
$$;
comment on function engine.fold_reply(text) is
  'A text as reply words are compared: lower case, no accents, vowel signs, direction marks, skin tones or punctuation, Arabic and Persian digits as 0-9, one space between words.';

create table engine.reply_words (
  word text primary key,
  meaning text not null constraint meaning_is_known check (meaning in ('approve', 'reject', 'why', 'help', 'today', 'report', 'pause', 'resume'))
);
comment on table engine.reply_words is 'word (folded, engine.fold_reply) = what it means when it is the whole message.';

insert into engine.reply_words (word, meaning)
select distinct engine.fold_reply(word), meaning from (values
  ('approve', array['1', 'ok', 'okay', 'oke', 'd’accord', 'dacc', '👍', '👌', '✅', '☑️', '✔️', '🆗', '💯',
    'eny', 'ie', 'eka', 'ekena', 'ekeko', 'manaiky', 'manaiky aho', 'eny ary', 'eny e', 'alefaso', 'avoahy', 'tsara',
    'oui', 'ouais', 'd accord', 'daccord', 'valide', 'validé', 'je valide', 'approuvé', 'approuve', 'j’approuve', 'publie', 'publiez', 'c’est bon', 'oui merci', 'vas-y', 'parfait',
    'yes', 'yep', 'yeah', 'y', 'yes please', 'approve', 'approved', 'publish', 'go', 'go ahead', 'fine',
    'نعم', 'اجل', 'أجل', 'ايوه', 'أيوه', 'موافق', 'موافقة', 'حسنا', 'حسناً', 'تمام', 'اوكي', 'انشر', 'واخا']),
  ('reject', array['2', '👎', '❌', '✖️', '🚫', '⛔',
    'tsia', 'tsy ekena', 'tsy ekeko', 'tsy manaiky', 'aza', 'aza alefa', 'lavina',
    'non', 'non merci', 'refuse', 'refusé', 'je refuse', 'rejeté', 'rejette', 'annule', 'pas d’accord',
    'no', 'nope', 'n', 'no thanks', 'reject', 'rejected', 'don’t',
    'لا', 'كلا', 'لا شكرا', 'لا شكراً', 'مرفوض', 'أرفض', 'ارفض', 'غير موافق']),
  ('why', array['why', 'why so', 'how come', '❓', '❔', '?', 'nahoana', 'fa nahoana', 'maninona', 'fa maninona', 'inona no antony', 'pourquoi', 'pourquoi ça', 'pk', 'pkoi', 'لماذا', 'ليش', 'ليه', 'علاش']),
  ('help', array['/help', '/start', 'help', 'aide', 'fanampiana', 'ampio', 'مساعدة']),
  ('today', array['/today', '/androany', '/aujourdhui', '/اليوم']),
  ('report', array['/report', '/tatitra', '/rapport', '/تقرير']),
  ('pause', array['/pause', '/ajanony', '/ايقاف']),
  ('resume', array['/resume', '/tohizo', '/reprendre', '/استئناف'])
) as w (meaning, words), unnest(words) as word
where engine.fold_reply(word) <> ''
on conflict (word) do nothing;

create function engine.read_word(p_text text) returns text
language sql stable
set search_path = ''
as $$
  select case when trim(p_text) ~ '^[?؟]+$' then 'why' else (
    -- one sign again and again is that sign; a bot's name behind a command is no part of it
    select w.meaning from engine.reply_words w
    where w.word in (f.folded, regexp_replace(f.folded, '^(.)\1+$', '\1'), regexp_replace(f.folded, '^(/\w+)@\w+$', '\1'))
    order by w.word = f.folded desc limit 1
  ) end
  from (select engine.fold_reply(p_text) as folded) as f
$$;
comment on function engine.read_word(text) is
  'approve, reject, why, help, today, report, pause or resume when the whole message is such a word, figure (1, ٢) or sign (👍🏽); null = any other text.';
