-- The rows in parts, one for each month in which rows end: what came to its end is one part, the newest rows share
-- a small index, and no index exists for the sake of the history. Each part keeps the order of its own rows; that an
-- index occurs once in all of them is what the head is for, and what the check of the logbook looks at.
do $$
begin
  if exists (select from logbook_row) then
    raise exception 'dit logboek heeft rijen van voor versie 2 van het blad; begin een nieuw logboek';
  end if;
end $$;

drop table logbook_row;

create table logbook_row (
  region text not null,
  idx bigint not null check (idx >= 0),
  leaf bytea not null,
  key_id text collate "C" not null,
  detail_ct bytea not null)
  partition by range (key_id);

-- The month is the way from a person to the one part in which to look.
alter table logbook_subject add column key_id text collate "C" not null;

-- The gateway may add a part for a month, and nothing else about tables. Attaching waits for no reader.
create function logbook_month(month text) returns void
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
    execute format(
      'alter table logbook_row attach partition %I for values from (%L) to (%L)', part, month, month || '~');
  end if;
end $$;

revoke execute on function logbook_month(text) from public;
grant execute on function logbook_month(text) to sluis_append;
grant select, insert on logbook_row to sluis_append;
