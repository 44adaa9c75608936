-- What the sender said of telling the family when something went out for safety's sake: whether it was told,
-- and whether it may know who it was. Until it was told, or until somebody lifted what hid it, no family sees it.
create table nacontrole_gezin (
  region text not null,
  transactie uuid not null,
  ingelicht boolean not null,
  melder_verborgen boolean not null,
  primary key (region, transactie),
  foreign key (region, transactie) references nacontrole (region, transactie));
create index nacontrole_over on nacontrole (region, subject_id, geopend_op);

grant select, insert on nacontrole_gezin to sluis_append;
grant select, delete on nacontrole_gezin to sluis_wisser;
