-- Which row of the logbook tells of which consent event: the event is written before its row has a
-- number. By it a receipt can be made again, the same, at any later time. It only grows.
create table gebeurtenis_rij (
  region text not null,
  ask_id uuid not null,
  seq bigint not null,
  -- The name of the receipt for others: it tells no order and no count.
  bewijs uuid not null default gen_random_uuid(),
  rij bigint not null check (rij >= 0),
  boomgrootte bigint not null check (boomgrootte > rij),
  primary key (region, ask_id, seq),
  foreign key (region, ask_id, seq) references consent_event (region, ask_id, seq));

grant select, insert on gebeurtenis_rij to sluis_append;
grant select, delete on gebeurtenis_rij to sluis_wisser;
