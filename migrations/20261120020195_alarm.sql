-- The crisis rule: five or more negative comments within sixty minutes. Read by the crisis detector and by the input of crisis_response.

create function engine.alarm_of(p_tenant_id uuid) returns jsonb
language plpgsql stable
set search_path = ''
as $$
begin
  return (
    with angry as (
      select id, author_ref, author_name, body, intents, received_at, platform, content_id
      from public.interactions
      where tenant_id = p_tenant_id and sentiment = 'negative' and kind <> 'mention' and received_at > engine.now() - interval '60 minutes'
        and received_at <= engine.now() + interval '5 minutes'
    ),
    words as (
      -- a word that at least three of them use; the same text sent by many counts once
      select word, count(*) as times
      from (select distinct body from angry) as texts, lateral (select distinct lower(w) as word from regexp_split_to_table(texts.body, '[^[:alpha:]’'']+') w) as said
      where char_length(word) >= 4
      group by word having count(*) >= 3
      order by count(*) desc, word limit 8
    )
    select jsonb_build_object(
      'level', case when count(*) >= 5 then 'crisis' when count(*) >= 3 then 'watch' else 'none' end,
      'negative_last_hour', count(*),
      'authors', count(distinct coalesce(nullif(author_ref, ''), author_name)),
      'same_text', count(*) - count(distinct body),
      'topic', (select coalesce(jsonb_agg(word), '[]') from words),
      'examples', (
        select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'quote', left(a.body, 300))), '[]')
        from (select id, body from angry order by received_at desc limit 5) as a
      ),
      'first_at', min(received_at), 'last_at', max(received_at)
    )
    from angry
  );
end
$$;
comment on function engine.alarm_of(uuid) is
  '{level none | watch (3) | crisis (5), negative_last_hour, authors, same_text (copies of one text), topic [words], examples [{id, quote}], first_at, last_at}, counted over '
  'the last 60 minutes of comments, messages and reviews whose sentiment is negative.';
