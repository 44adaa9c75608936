-- Who may act for whom. A mandate is never changed; it is taken back by a row of its own.
create table mandaat (
  region text not null,
  id uuid not null,
  partij text not null,
  gemachtigde text not null,
  rollen text[] not null,
  doelen text[] not null,
  geldig_vanaf timestamptz not null,
  geldig_tot timestamptz not null,
  jti text not null,
  jws text not null,
  vastgelegd_op timestamptz not null,
  primary key (region, id),
  unique (region, partij, jti));

create index mandaat_gemachtigde on mandaat (region, gemachtigde, partij);

create table mandaat_intrekking (
  region text not null,
  mandaat uuid not null,
  door text not null,
  ingetrokken_op timestamptz not null,
  primary key (region, mandaat),
  foreign key (region, mandaat) references mandaat (region, id));

grant select, insert on mandaat, mandaat_intrekking to sluis_append;
