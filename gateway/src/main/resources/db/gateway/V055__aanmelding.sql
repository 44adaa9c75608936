-- Attempts to log in that were begun and not finished, by a hash of what one browser holds. Everything else about an
-- attempt follows from that secret, so nothing in this table can be used by who reads it.
create table aanmelding_poging (
  region text not null,
  poging bytea not null,
  begonnen_op timestamptz not null,
  primary key (region, poging));

-- Who is logged in now, by a hash of what the browser holds. `verzegeld` opens only with that secret and a key of ours
-- together. `persoon`, `bij_aanbieder` and `aanbieder_sessie` are keyed forms with which sessions are ended, no more.
create table sessie (
  region text not null,
  sessie bytea not null,
  verzegeld bytea not null,
  persoon bytea not null,
  bij_aanbieder bytea not null,
  aanbieder_sessie bytea,
  begonnen_op timestamptz not null,
  gezien_op timestamptz not null,
  primary key (region, sessie));
create index sessie_persoon on sessie (region, persoon);

grant select, insert, delete on aanmelding_poging, sessie to sluis_werk;
grant update (gezien_op) on sessie to sluis_werk;
