-- How far a check of the whole logbook is and what came of it, one row for each step of a check. It says of the rows
-- how many there are, and of nobody anything. Who does not believe it checks again: nothing here is a proof.
create table logboek_controle (
  region text not null,
  id uuid not null,
  stap int not null check (stap >= 0),
  op timestamptz not null,
  stand text not null check (stand in ('begonnen', 'bezig', 'heel', 'niet-heel', 'afgebroken')),
  rijen bigint not null check (rijen >= 0),
  totaal bigint not null check (totaal >= 0),
  checkpoints bigint not null check (checkpoints >= 0),
  bevindingen int not null check (bevindingen >= 0),
  eerste_rij bigint,
  primary key (region, id, stap));
create index logboek_controle_op on logboek_controle (region, op);

grant select, insert on logboek_controle to sluis_append;
grant select, delete on logboek_controle to sluis_wisser;
