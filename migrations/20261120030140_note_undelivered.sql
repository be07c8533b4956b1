-- What a platform tells after it took a message: that it did not arrive after all. Called by functions/receive.

create function worker.note_undelivered(p_channel text, p_items jsonb) returns integer
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_item record;
  v_delivery public.deliveries;
  v_count integer := 0;
begin
  for v_item in
    select d.id, left(coalesce(i.code, 'unknown'), 80) as code from jsonb_to_recordset(p_items) as i (external_id text, code text)
    join public.deliveries d on d.channel = p_channel and d.external_id = i.external_id and d.state = 'sent'
    order by d.id for no key update of d
  loop
    select * into v_delivery from public.deliveries where id = v_item.id and state = 'sent';
    continue when not found;
    v_count := v_count + 1;
    if v_item.code = 'meta_131047' and v_delivery.attempt < 6 then
      -- the window closed on the way: asked again, the count is what is left to say
      update public.deliveries set state = 'waiting', settled_at = null, external_id = null, error_code = v_item.code, due_at = engine.now() + interval '5 minutes' where id = v_delivery.id;
    else
      perform engine.give_up_delivery(v_delivery, v_item.code);
    end if;
  end loop;
  return v_count;
end
$$;
comment on function worker.note_undelivered(text, jsonb) is
  'Messages that the platform took and could not deliver: p_items = [{external_id, code}] (meta_131026 = no WhatsApp there). They count as failed, with one open alert a channel and fault; one that met a closed '
  'window (meta_131047) is tried again in five minutes. Returns how many were ours; repeats change nothing.';
grant execute on function worker.note_undelivered(text, jsonb) to service_role;
