-- What the sender said of telling the family when something went out for safety's sake: whether it was told,
-- whether it may know who it was, and whether
-- somebody talked with it first (empty when no record says that). Until it was told, or until somebody lifted what hid it, no family sees it.
create table nacontrole_gezin (
  region text not null,
  transactie uuid not null,
  ingelicht boolean not null,
  melder_verborgen boolean not null,
  gesproken boolean,
  primary key (region, transactie),
  foreign key (region, transactie) references nacontrole (region, transactie));
create index nacontrole_over on nacontrole (region, subject_id, geopend_op);

-- Which ordinary rule came nearest when it went out, and what stood in its way: found by the convenant when
-- it passes, so that nobody who looks back can choose it. `geen` when there was no ordinary road.
create table nacontrole_naaste (
  region text not null,
  transactie uuid not null,
  regel text not null,
  stond_in_de_weg text not null check (stond_in_de_weg in
    ('toestemming', 'voorwaarde', 'categorie', 'ontvanger', 'niets', 'geen-weg')),
  primary key (region, transactie),
  foreign key (region, transactie) references nacontrole (region, transactie));

grant select, insert on nacontrole_gezin, nacontrole_naaste to sluis_append;
grant select, delete on nacontrole_gezin, nacontrole_naaste to sluis_wisser;
