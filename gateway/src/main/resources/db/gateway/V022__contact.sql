-- Who is the contact of a school, who works for two organisations, and which role they chose. Only added
-- to: a later line wins on its days.
create table contactpunt (
  region text not null,
  nummer bigint generated always as identity,
  id uuid not null,
  school text not null,
  deel text not null,
  rol text not null,
  soort text not null,
  partij text not null,
  team text not null,
  persoon text not null,
  vervangt text,
  vanaf date not null,
  tot date,
  vastgelegd_op timestamptz not null,
  primary key (region, nummer));
create index contactpunt_school on contactpunt (region, school);

-- For which part of a school a waiting parcel is, when its sender said so.
create table contact_route (
  region text not null,
  pakket uuid not null,
  deel text not null,
  primary key (region, pakket));

-- One side of a declaration: it counts once the other organisation says the same.
create table detachering (
  region text not null,
  id uuid not null,
  persoon bytea not null,
  ook_persoon bytea not null,
  partij text not null,
  rol text not null,
  vanaf date not null,
  tot date not null,
  vastgelegd_op timestamptz not null,
  primary key (region, id));
create index detachering_persoon on detachering (region, persoon, ook_persoon);

create table rolkeuze (
  region text not null,
  id uuid not null,
  persoon bytea not null,
  partij text not null,
  rol text not null,
  gekozen_op timestamptz not null,
  geldig_tot timestamptz not null,
  primary key (region, id));
create index rolkeuze_persoon on rolkeuze (region, persoon, geldig_tot);

create table rolkeuze_sluiting (
  region text not null,
  rolkeuze uuid not null,
  gesloten_op timestamptz not null,
  primary key (region, rolkeuze),
  foreign key (region, rolkeuze) references rolkeuze (region, id));

-- In which walled role somebody did something for a child.
create table rolgebruik (
  region text not null,
  persoon bytea not null,
  subject_id uuid not null,
  rol text not null,
  eerst_op timestamptz not null,
  primary key (region, subject_id, persoon, rol));

grant select, insert on contactpunt, contact_route, detachering, rolkeuze, rolkeuze_sluiting, rolgebruik
  to sluis_append;
grant select, delete on rolgebruik to sluis_wisser;
