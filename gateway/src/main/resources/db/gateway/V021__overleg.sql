-- Tables around a child: who sits at them, and what was sent for them. A table owns no data, so there is
-- no content here. People stand in it as keyed hashes of the word their own organisation has for them.
-- Only added to.
create table overleg (
  region text not null,
  id uuid not null,
  soort text not null,
  doel text not null,
  agendavraag text not null,
  gezin_hoe text not null,
  gezin_datum date not null,
  geopend_op timestamptz not null,
  primary key (region, id));

create table overleg_lid (
  region text not null,
  overleg uuid not null,
  oin text not null,
  rol text not null,
  persoon bytea not null,
  functie text not null,
  casushouder boolean not null,
  met_reden boolean not null,
  vastgelegd_op timestamptz not null,
  primary key (region, overleg, oin, rol, persoon),
  foreign key (region, overleg) references overleg (region, id));

create table overleg_betrokkene (
  region text not null,
  overleg uuid not null,
  subject_id uuid not null,
  vastgelegd_op timestamptz not null,
  primary key (region, overleg, subject_id),
  foreign key (region, overleg) references overleg (region, id));

create table overleg_stap (
  region text not null,
  overleg uuid not null,
  stap text not null check (stap in ('bevroren', 'gesloten')),
  gezet_op timestamptz not null,
  primary key (region, overleg, stap),
  foreign key (region, overleg) references overleg (region, id));

create table overleg_bericht (
  region text not null,
  overleg uuid not null,
  transactie uuid not null,
  van_oin text not null,
  van_rol text not null,
  aan_oin text not null,
  aan_rol text not null,
  subject_id uuid not null,
  bijdrage text not null check (bijdrage in ('inbreng', 'verslag')),
  aangenomen_op timestamptz not null,
  primary key (region, overleg, transactie),
  foreign key (region, overleg) references overleg (region, id));

grant select, insert on overleg, overleg_lid, overleg_betrokkene, overleg_stap, overleg_bericht
  to sluis_append;
-- Who is erased, is erased from the tables too.
grant select, delete on overleg_betrokkene, overleg_bericht to sluis_wisser;
