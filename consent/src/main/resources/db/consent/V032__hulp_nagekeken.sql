-- Somebody looked back at a help at a desk: once, and never who helped. PostgreSQL itself refuses that, whatever is asked of it:
-- `geholpen_door` is who helped, as it stands with the help.
create unique index loket_hulp_door on loket_hulp (region, id, medewerker_hmac);

create table loket_hulp_nagekeken (
  region text not null,
  hulp uuid not null,
  geholpen_door bytea not null,
  nagekeken_door bytea not null check (octet_length(nagekeken_door) between 16 and 64),
  uitkomst text not null check (uitkomst in ('klopt', 'klopt-niet')),
  op timestamptz not null,
  primary key (region, hulp),
  foreign key (region, hulp, geholpen_door) references loket_hulp (region, id, medewerker_hmac),
  constraint nagekeken_door_een_ander check (nagekeken_door <> geholpen_door));

grant select, insert on loket_hulp_nagekeken to sluis_append;
grant select, delete on loket_hulp_nagekeken to sluis_wisser;
