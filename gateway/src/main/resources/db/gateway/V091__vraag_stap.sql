-- Whose question it is and in which roles, and what became of it: read, so that its term runs; answered or refused, by
-- which message. That it lapsed follows from the term and stands nowhere.
alter table vt_vraag add column van_rol text, add column aan_rol text, add column doel text;
create index vt_vraag_van on vt_vraag (region, van_oin, op);
create index vt_vraag_aan on vt_vraag (region, aan_oin, op);

create table vt_vraag_stap (
  region text not null,
  vraag uuid not null,
  stap text not null check (stap in ('gelezen', 'beantwoord', 'geweigerd')),
  transactie uuid not null,
  uiterlijk timestamptz check ((uiterlijk is not null) = (stap = 'gelezen')),
  op timestamptz not null,
  primary key (region, vraag, transactie),
  foreign key (region, vraag) references vt_vraag (region, transactie));

grant select, insert on vt_vraag_stap to sluis_append;
grant select, delete on vt_vraag_stap to sluis_wisser;
