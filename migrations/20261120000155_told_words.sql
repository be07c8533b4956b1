-- What an event says, the words of people included: engine.told for verbs that have checked who reads, words_of for views. Who was erased is silent in both.
create function engine.told(p_event public.events) returns jsonb
language plpgsql
stable
set search_path = ''
as $$
begin
  if p_event.personal_of is null then return p_event.data; end if;
  return p_event.data || coalesce(engine.decrypt_personal(p_event.personal_of, p_event.personal), '{"is_erased": true}');
end
$$;
comment on function engine.told(public.events) is
  'data of the event and the words in it that are a person''s own; {is_erased: true} in their place when that person''s key is destroyed. The caller has checked that the reader may.';

create function public.words_of(p_event_id bigint, p_created_at timestamptz) returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  if not public.has_permission('view_all_tasks') then return null; end if;
  return (
    select coalesce(engine.decrypt_personal(e.personal_of, e.personal), '{"is_erased": true}')
    from public.events e
    where e.id = p_event_id and e.created_at = p_created_at and e.tenant_id = public.current_tenant() and e.personal_of is not null
  );
end
$$;
comment on function public.words_of(bigint, timestamptz) is
  'The words in an event that are a person''s own, for insiders of its tenant: {say, …} or {is_erased: true}; null for anybody else and where there are none. Called by the views of events, one look-up a spoken line.';
grant execute on function public.words_of(bigint, timestamptz) to authenticated;
