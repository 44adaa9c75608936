-- Where the rows of one trace stand. `sleutel` is a keyed hash of the number of the trace: who has this table
-- alone learns from it neither a trace nor an organisation nor a person. Made from the logbook and made anew
-- when it is lost.
create table spoor_rij (
  region text not null,
  sleutel bytea not null,
  idx bigint not null,
  primary key (region, sleutel, idx));

grant select, insert on spoor_rij to sluis_werk;
