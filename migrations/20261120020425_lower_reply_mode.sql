-- Trust in automatic replies is earned and lost: a reply that a person has to change or refuse lowers the mode by one step. Called by a trigger of approvals.

create function engine.lower_reply_mode() returns trigger
language plpgsql
set search_path = ''
as $$
declare
  v_mode text;
begin
  if not exists (select from public.contents c where c.id = new.content_id and c.kind = 'reply') then return new; end if;
  update public.tenant_settings s set reply_mode = case s.reply_mode when 'full' then 'semi' else 'manual' end, reply_mode_since = engine.now(), updated_at = engine.now()
  where s.tenant_id = new.tenant_id and s.reply_mode <> 'manual'
    -- one of the last ten answers is enough; an old one was forgiven when the mode was raised
    and (
      select count(*) from public.approvals a join public.contents c on c.id = a.content_id and c.kind = 'reply'
      where a.tenant_id = new.tenant_id and a.state in ('approved', 'rejected') and a.decided_at >= s.reply_mode_since
        and (a.state = 'rejected' or a.decided_version > a.version)
    ) * 10 >= (
      select count(*) from public.interactions i where i.tenant_id = new.tenant_id and i.replied_at >= s.reply_mode_since
    )
  returning s.reply_mode into v_mode;
  if v_mode is not null then
    perform engine.record_event(new.tenant_id, 'reply_mode.lowered', jsonb_build_object('mode', v_mode), 'engine', 'quality_gate', new.run_id);
    perform engine.notify(new.tenant_id, null, 'reply_mode_lowered', jsonb_build_object('mode', v_mode), '/settings');
  end if;
  return new;
end
$$;
comment on function engine.lower_reply_mode() is
  'Trigger of approvals: when one in ten answers since the mode was set was changed or refused by a person, full becomes semi, semi becomes manual, and the owner is told.';
create trigger corrected_replies_lower_the_mode after update of state on public.approvals
  for each row when (new.gate = 'outreach' and old.state = 'pending' and (new.state = 'rejected' or (new.state = 'approved' and new.decided_version > new.version)))
  execute function engine.lower_reply_mode();
