-- What agents say in a run about a stranger (who wrote to the business and has no account) is about that stranger: it goes into the log under a key of theirs.
create function engine.stranger_in(p_input jsonb, p_parent_step_id bigint) returns uuid
language plpgsql
stable
set search_path = ''
as $$
declare
  v_id text := coalesce(p_input ->> 'interaction_id', p_input ->> 'subscriber_id', p_input ->> 'lead_id');
begin
  if v_id is not null and pg_input_is_valid(v_id, 'uuid') then return v_id::uuid; end if;
  if p_parent_step_id is null then return null; end if;
  return (select r.about_id from public.chain_steps s join public.chain_runs r on r.id = s.run_id where s.id = p_parent_step_id);
end
$$;
comment on function engine.stranger_in(jsonb, bigint) is 'The interaction, subscriber or lead that a run is about, by its input or by the run that started it; null when it is about nobody. Called by start_run.';

create function engine.hide_words() returns trigger
language plpgsql
set search_path = ''
as $$
declare
  -- figures, ids and names of agents: they stay readable. Any other key may quote the stranger.
  v_open constant text[] := array['step', 'round', 'attempt', 'worker', 'cost_micros', 'duration_ms', 'provider', 'model', 'score', 'to', 'from', 'after', 'code', 'reason', 'chain', 'approval_id', 'content_id',
    'interaction_id', 'lead_id', 'gate', 'version', 'content_hash', 'match', 'disputed', 'author', 'reviewer', 'decision', 'channel', 'is_edited', 'platform', 'scheduled_at', 'registered_agent'];
  v_about uuid := (select r.about_id from public.chain_runs r where r.id = new.run_id);
  v_words jsonb;
begin
  if v_about is null then return new; end if;
  v_words := new.data - v_open;
  if v_words = '{}' then return new; end if;
  new.data := new.data - array(select jsonb_object_keys(v_words));
  new.personal := engine.encrypt_personal(v_about, v_words);
  new.personal_of := v_about;
  return new;
end
$$;
comment on function engine.hide_words() is 'Trigger of events of runs: in a run about a stranger, what may quote them is encrypted for them. Erasing the stranger silences it, and the log still verifies.';
create trigger words_about_strangers_are_theirs before insert on public.events
for each row when (new.run_id is not null and new.personal_of is null) execute function engine.hide_words();
