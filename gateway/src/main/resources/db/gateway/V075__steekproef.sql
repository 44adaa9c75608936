-- The sample of a week: first the list, then the seed, then the rows that were drawn, then what people found of each. Nothing here is
-- about a child: `rijen` and `rij` are places in the logbook, and `wie` is keyed. Rows are added only.

-- The list, fixed while its seed does not exist yet; and with it how many rows will be drawn.
create table steekproef (
  region text not null,
  id uuid not null,
  organisatie text not null,
  week date not null check (extract(isodow from week) = 1),
  beleid text not null,
  rijen bigint[] not null,
  vingerafdruk text not null check (vingerafdruk ~ '^[0-9a-f]{64}$'),
  omvang integer not null check (omvang > 0),
  zekerheid integer not null check (zekerheid between 1 and 99),
  gesloten_bij bigint not null check (gesloten_bij > 0),
  gesloten_op timestamptz not null,
  primary key (region, id),
  unique (region, organisatie, week),
  unique (region, id, gesloten_bij));

-- The seed: the root of the first checkpoint that covers a row after that of the closing.
create table steekproef_trekking (
  region text not null,
  steekproef uuid not null,
  gesloten_bij bigint not null,
  checkpoint bigint not null check (checkpoint > gesloten_bij),
  zaad bytea not null check (octet_length(zaad) = 32),
  getrokken_op timestamptz not null,
  primary key (region, steekproef),
  foreign key (region, steekproef, gesloten_bij) references steekproef (region, id, gesloten_bij),
  foreign key (region, checkpoint) references checkpoint (region, size));

-- Who draws chooses nothing: not which checkpoint, and not what stands in it.
create function steekproef_zaad() returns trigger
  language plpgsql set search_path from current as $$
begin
  if not exists (
    select from checkpoint c
    where c.region = new.region and c.size = new.checkpoint
      and c.size = (select min(size) from checkpoint
        where region = new.region and size > new.gesloten_bij)
      and decode(split_part(c.note, E'\n', 3), 'base64') = new.zaad)
  then
    raise exception 'het zaad is de wortel van het eerste checkpoint na het sluiten'
      using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger steekproef_zaad before insert on steekproef_trekking
  for each row execute function steekproef_zaad();

-- What was drawn. Who acted is empty where the row does not say it, or cannot be read any more.
create table steekproef_rij (
  region text not null,
  steekproef uuid not null,
  rij bigint not null,
  wie bytea not null,
  primary key (region, steekproef, rij),
  unique (region, steekproef, rij, wie),
  foreign key (region, steekproef) references steekproef_trekking (region, steekproef));

-- A proposes, B agrees. Nobody judges the own work, and nobody agrees with oneself.
create table steekproef_oordeel (
  region text not null,
  steekproef uuid not null,
  rij bigint not null,
  nummer integer not null check (nummer > 0),
  wie bytea not null,
  uitkomst text not null check (uitkomst in
    ('gerechtvaardigd', 'ongerechtvaardigd', 'niet-vast-te-stellen', 'gegevensfout')),
  door bytea not null check (door <> wie),
  op timestamptz not null,
  primary key (region, steekproef, rij, nummer),
  unique (region, steekproef, rij, nummer, uitkomst, door),
  foreign key (region, steekproef, rij, wie) references steekproef_rij (region, steekproef, rij, wie));
create table steekproef_bekeken (
  region text not null,
  steekproef uuid not null,
  rij bigint not null,
  wie bytea not null,
  nummer integer not null,
  uitkomst text not null,
  voorgesteld_door bytea not null,
  door bytea not null check (door <> wie and door <> voorgesteld_door),
  op timestamptz not null,
  primary key (region, steekproef, rij),
  foreign key (region, steekproef, rij, wie) references steekproef_rij (region, steekproef, rij, wie),
  foreign key (region, steekproef, rij, nummer, uitkomst, voorgesteld_door)
    references steekproef_oordeel (region, steekproef, rij, nummer, uitkomst, door));

grant select, insert on steekproef, steekproef_trekking, steekproef_rij, steekproef_oordeel, steekproef_bekeken
  to sluis_append;
