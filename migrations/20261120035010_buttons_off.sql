-- A decision takes the buttons away from the chats in which it was asked, wherever it was taken. Telegram lets a bot change its messages; WhatsApp does not.

create function engine.take_buttons_away() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  perform engine.reply_on(shown.target_id, 'buttons_off', jsonb_build_object('external_ids', shown.ids), new.id)
  from (
    select d.target_id, jsonb_agg(d.external_id order by d.id) as ids
    from public.deliveries d
    where d.approval_id = new.id and d.channel = 'telegram' and d.state = 'sent' and d.kind in ('approval', 'confirm_edit', 'going_out') and d.external_id is not null
    group by d.target_id
  ) as shown;
  return null;
end
$$;
comment on function engine.take_buttons_away() is
  'After an approval was decided or cancelled: a delivery buttons_off {external_ids} to each Telegram chat that had been shown it; functions/_shared/channels/telegram.ts edits these messages.';
create trigger decided_approvals_have_no_buttons after update of state on public.approvals for each row
when (old.state = 'pending' and new.state <> 'pending') execute function engine.take_buttons_away();
