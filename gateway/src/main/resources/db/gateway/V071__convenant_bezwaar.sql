-- What a party has against a version that it is asked to sign. It stops nothing: who does not sign is not bound. Each
-- is also a row of the logbook; a party that thinks otherwise later signs, or objects on another ground.
create table convenant_bezwaar (
  region text not null,
  digest text not null,
  partij text not null,
  grond text not null check (grond in
    ('te-ruim', 'doel-onduidelijk', 'bewaartermijn', 'niet-uitvoerbaar', 'jurist-eerst', 'gezinnen-niet-gehoord')),
  vastgelegd_op timestamptz not null,
  primary key (region, digest, partij, grond));

grant select, insert on convenant_bezwaar to sluis_append;
