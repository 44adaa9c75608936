-- Under which row of the logbook the root of a case stands, and up to which step it goes; one for each way it stood.
create table zaak_wortel (
  region text not null,
  zaak uuid not null,
  wortel bytea not null check (octet_length(wortel) = 32),
  tot_stap bigint not null,
  rij bigint not null,
  primary key (region, zaak, wortel),
  foreign key (region, zaak) references zaak (region, id));

grant select, insert on zaak_wortel to sluis_append;
grant select, delete on zaak_wortel to sluis_wisser;
