-- Which control policy an organisation adopted, by which signed statement, and from which day. Rows are added only: a later one
-- takes the place of an earlier one from its own day on.
create table controlebeleid_handtekening (
  region text not null,
  nummer bigint generated always as identity,
  organisatie text not null,
  digest text not null,
  beleid text not null,
  versie text not null,
  vanaf date not null,
  jti text not null,
  jws text not null,
  vastgelegd_op timestamptz not null,
  primary key (region, organisatie, jti));
create index controlebeleid_van on controlebeleid_handtekening (region, organisatie, vanaf desc, nummer desc);

-- The text by which something was done stays readable, whatever a release or an operator no longer has.
create table controlebeleid_bestand (
  region text not null,
  digest text not null,
  pad text not null,
  tekst text not null,
  primary key (region, digest, pad));

grant select, insert on controlebeleid_handtekening, controlebeleid_bestand to sluis_append;
