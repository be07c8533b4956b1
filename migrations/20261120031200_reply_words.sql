-- What a short answer in a chat means: words, figures and signs of Malagasy, French, English and Arabic as data, and a no with its reason. Read by answer_messages.

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
  meaning text not null constraint meaning_is_known check (meaning in ('approve', 'reject', 'stop', 'why', 'help', 'today', 'report', 'pause', 'resume'))
);
comment on table engine.reply_words is 'word (folded, engine.fold_reply) = what it means when it is the whole message.';

insert into engine.reply_words (word, meaning)
select distinct engine.fold_reply(word), meaning from (values
  ('approve', array['1', 'ok', 'okay', 'oke', 'd’accord', 'dacc', '👍', '👌', '✅', '☑️', '✔️', '🆗', '💯',
    'eny', 'ie', 'eka', 'ekena', 'ekeko', 'ekeo', 'manaiky', 'manaiky aho', 'eny ary', 'eny e', 'alefaso', 'avoahy', 'tsara',
    'oui', 'ouais', 'd accord', 'daccord', 'valide', 'validé', 'je valide', 'approuvé', 'approuve', 'approuver', 'j’approuve', 'publie', 'publiez', 'c’est bon', 'oui merci', 'vas-y', 'parfait',
    'yes', 'yep', 'yeah', 'y', 'yes please', 'approve', 'approved', 'publish', 'go', 'go ahead', 'fine',
    'نعم', 'اجل', 'أجل', 'ايوه', 'أيوه', 'موافق', 'موافقة', 'أوافق', 'حسنا', 'حسناً', 'تمام', 'اوكي', 'انشر', 'واخا']),
  ('reject', array['2', '👎', '❌', '✖️', '🚫', '⛔',
    'tsia', 'tsy ekena', 'tsy ekeko', 'tsy manaiky', 'aza', 'aza alefa', 'lavina', 'lavo',
    'non', 'non merci', 'refuse', 'refusé', 'je refuse', 'rejeté', 'rejette', 'rejeter', 'annule', 'pas d’accord',
    'no', 'nope', 'n', 'no thanks', 'reject', 'rejected', 'don’t',
    'لا', 'كلا', 'لا شكرا', 'لا شكراً', 'مرفوض', 'رفض', 'أرفض', 'ارفض', 'غير موافق']),
  ('stop', array['/stop', 'stop', 'stop it', '✋', '🛑', 'ajanony', 'atsaharo', 'aza mbola alefa', 'arrête', 'arrêter', 'arrêtez', 'arrête tout', 'stoppe', 'توقف', 'أوقف', 'أوقفه', 'إيقاف', 'قف']),
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
  'approve, reject, stop, why, help, today, report, pause or resume when the whole message is such a word, figure (1, ٢) or sign (👍🏽); null = any other text.';

create function engine.refusal_in(p_text text) returns jsonb
language plpgsql stable
set search_path = ''
as $$
declare
  v_text text := replace(trim(p_text), ' - ', ' – ');
  v_head text := substring(v_text from '^[^,;:!.،؛…–—\n]+');
  v_rest text := substr(v_text, char_length(v_head) + 1);
  v_words text[] := regexp_split_to_array(v_text, '\s+');
  v_reason text;
begin
  if v_head <> v_text then
    v_reason := trim(regexp_replace(v_rest, '^[\s,;:!.،؛…–—]+', ''));
    -- No. 1
    if v_rest ~ '^\.\s*\d' then return null; end if;
    -- a figure alone is no word of refusal
    if engine.read_word(v_head) is distinct from 'reject' or engine.fold_reply(v_head) ~ '^\d+$' then v_reason := null; end if;
  end if;
  if v_reason is not null then
    return case when v_reason <> '' and char_length(v_reason) <= 500 and engine.read_word(v_reason) is null
      then jsonb_build_object('reason', v_reason, 'is_plain', char_length(v_reason) <= 120 and v_reason !~ '\n') end;
  end if;
  if char_length(v_text) > 80 or v_text ~ '\n' then return null; end if;
  return (
    select jsonb_build_object('reason', array_to_string(v_words[n + 1:], ' '), 'is_plain', false)
    from generate_series(1, least(3, cardinality(v_words) - 1)) n
    where engine.read_word(array_to_string(v_words[:n], ' ')) = 'reject' and engine.fold_reply(array_to_string(v_words[:n], ' ')) !~ '^\d+$'
    order by n desc limit 1
  );
end
$$;
comment on function engine.refusal_in(text) is
  'A no with its reason: {reason, is_plain}. is_plain = a word of refusal, a comma or another pause, and a short reason in one line ("non, trop cher"): it decides. Without the pause it may be a text for '
  'customers ("non stop samosas", "لا تفوتوا العرض"): the person is asked. null = no such thing.';
