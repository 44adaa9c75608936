-- Counts that were given, so that a later one cannot tell by subtraction what may not be told.
-- Never changed and never removed: what somebody knows does not go away.
create table cijfer_gegeven (
  region text not null,
  bron text not null,
  maat text not null,
  maanden text[] not null,
  delen text[] not null,
  leeftijden text[] not null,
  aantal bigint not null,
  gegeven_op timestamptz not null,
  primary key (region, bron, maat, maanden, delen, leeftijden));

grant select, insert on cijfer_gegeven to sluis_append;
