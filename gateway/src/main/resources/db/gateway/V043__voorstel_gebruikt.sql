-- A proposal under a conflict of duties passes once, which the primary key guards: the digest of what two
-- people signed, never what is in it.
create table voorstel_gebruikt (
  region text not null,
  partij text not null,
  voorstel text not null,
  transactie uuid not null,
  op timestamptz not null,
  primary key (region, partij, voorstel));

grant select, insert on voorstel_gebruikt to sluis_append;
grant select, delete on voorstel_gebruikt to sluis_wisser;
