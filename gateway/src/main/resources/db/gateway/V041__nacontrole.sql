-- Looking back at what went out for safety's sake without anybody's yes. `handelend` is who sent it, keyed
-- as every other word for a person; it stands in the judgement too, so that PostgreSQL itself refuses a
-- reviewer who looks at his own work.
create table nacontrole (
  region text not null,
  transactie uuid not null,
  van_oin text not null,
  van_rol text not null,
  aan_oin text not null,
  aan_rol text not null,
  doel text not null,
  regel text not null,
  acuut boolean not null,
  subject_id uuid,
  handelend bytea not null,
  geopend_op timestamptz not null,
  uiterlijk timestamptz not null,
  primary key (region, transactie),
  unique (region, transactie, handelend));
create index nacontrole_van on nacontrole (region, van_oin, uiterlijk);

create table nacontrole_oordeel (
  region text not null,
  transactie uuid not null,
  handelend bytea not null,
  beoordelaar bytea not null,
  uitkomst text not null check (uitkomst in ('terecht', 'terecht-met-tekort', 'onterecht')),
  regel_gemist text not null,
  op timestamptz not null,
  primary key (region, transactie),
  foreign key (region, transactie, handelend) references nacontrole (region, transactie, handelend),
  check (beoordelaar <> handelend));

grant select, insert on nacontrole, nacontrole_oordeel to sluis_append;
grant select, delete on nacontrole, nacontrole_oordeel to sluis_wisser;
