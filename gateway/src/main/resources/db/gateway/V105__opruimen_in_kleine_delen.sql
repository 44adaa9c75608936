-- What PostgreSQL cleans up by itself (autovacuum) it does when a table has grown by a fifth: in a table that only
-- grows that is ever more at a time, and for as long everybody waits. Where rows are only added it is done after so
-- many rows, however many there are already.
create function only_grows(name text) returns void
  language plpgsql set search_path from current as $$
begin
  execute format(
    'alter table %I set (autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 50000)', name);
end $$;

select only_grows(name)
from unnest(array[
  'checkpoint', 'fsc_logregel', 'gesprek', 'logbook_party', 'logbook_subject', 'logbook_tile', 'message', 'spoor_rij',
  'verstrekking']) name;

select only_grows(inhrelid::regclass::text) from pg_inherits where inhparent = 'logbook_row'::regclass;

-- As before, and each new part is cleaned up in small portions too.
create or replace function logbook_month(month text) returns void
  language plpgsql security definer set search_path from current as $$
declare
  part text := 'logbook_row_' || right(month, 6);
begin
  if month !~ '^bewaar-[0-9]{6}$' then
    raise exception 'geen maand van het logboek' using errcode = 'check_violation';
  end if;
  -- Two gateways may begin a month at the same moment.
  perform pg_advisory_xact_lock(hashtext('logbook_month'));
  if to_regclass(part) is null then
    execute format(
      'create table %I (like logbook_row including constraints, primary key (region, idx))', part);
    perform only_grows(part);
    execute format(
      'alter table logbook_row attach partition %I for values from (%L) to (%L)', part, month, month || '~');
  end if;
end $$;

revoke execute on function only_grows(text) from public;

-- A parcel changes when it is brought and when its content goes; how much there is to clean grows with the table, so
-- that is done at a fifth of the speed, which is still several times faster than it comes.
alter table parcel set (autovacuum_vacuum_cost_delay = 10);
