-- Which rows an organisation took part in, newest first, for its own officer. The number stands for the organisation
-- and is keyed twice, so that neither this table nor one key says which organisation it is.
create table logbook_party (
  region text not null,
  party bigint not null,
  idx bigint not null,
  key_id text collate "C" not null,
  primary key (region, party, idx));

grant select, insert on logbook_party to sluis_append;
grant select, delete on logbook_party to sluis_wisser;
