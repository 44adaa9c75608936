-- Who is a partner, as all gateways know it together: what organisations applied with, byte for byte, and every word of
-- an operator about them. `stand` is what an organisation is from that word on; a word that a second person must say
-- too has none yet. Every decision reads who is shut out in its own transaction. It only grows; about organisations.
create table partner_aanmelding (
  region text not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  oin text not null check (oin ~ '^[0-9]{20}$'),
  tekst text not null check (length(tekst) <= 16384),
  ingelezen_op timestamptz not null,
  primary key (region, digest));

create table partner_stap (
  region text not null,
  nr bigint generated always as identity,
  oin text not null check (oin ~ '^[0-9]{20}$'),
  stap text not null check (stap in ('toelaten', 'schorsen', 'hervatten', 'verwijderen')),
  aanmelding text check ((aanmelding is not null) = (stap = 'toelaten')),
  stand text check (stand in ('toegelaten', 'geschorst', 'verwijderd')),
  reden text not null check (length(reden) <= 200),
  door text not null check (length(door) between 1 and 80),
  op timestamptz not null,
  primary key (region, nr),
  foreign key (region, aanmelding) references partner_aanmelding (region, digest));
create index partner_stand on partner_stap (region, oin, nr desc) where stand is not null;

grant select, insert on partner_aanmelding, partner_stap to sluis_append;
