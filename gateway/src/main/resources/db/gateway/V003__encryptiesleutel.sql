-- The keys with which receivers can be sent sealed data, each vouched for by its owner's signature.
create table encryptiesleutel (
  region text not null,
  eigenaar text not null,
  kid text not null,
  jwk text not null,
  geldig_vanaf timestamptz not null,
  geldig_tot timestamptz not null,
  jws text not null,
  vastgelegd_op timestamptz not null,
  primary key (region, eigenaar, kid));

create table encryptiesleutel_intrekking (
  region text not null,
  eigenaar text not null,
  kid text not null,
  ingetrokken_op timestamptz not null,
  primary key (region, eigenaar, kid),
  foreign key (region, eigenaar, kid) references encryptiesleutel (region, eigenaar, kid));

grant select, insert on encryptiesleutel, encryptiesleutel_intrekking to sluis_append;
