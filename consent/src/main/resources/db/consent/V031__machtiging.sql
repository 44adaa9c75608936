-- Somebody lets another look along at one child, with a code of a day. Who that other is stands here as a sort, without
-- a name. `gever_nummer_hmac` and `gever_eigen_hmac` stand for who gives it: what is shown is what that person may see.
create table machtiging (
  region text not null,
  id uuid not null,
  subject_id uuid not null,
  person_id uuid not null,
  gever_nummer_hmac bytea not null check (octet_length(gever_nummer_hmac) between 16 and 64),
  gever_eigen_hmac bytea not null check (octet_length(gever_eigen_hmac) between 16 and 64),
  wie text not null check (wie in ('familie', 'vriend', 'hulpverlener', 'raadsman', 'ander')),
  wat text[] not null check (cardinality(wat) >= 1 and wat <@ array['regels', 'vragen']),
  dagen int not null check (dagen between 1 and 28),
  code_hmac bytea not null check (octet_length(code_hmac) between 16 and 64),
  gemaakt_op timestamptz not null,
  code_tot timestamptz not null,
  primary key (region, id),
  unique (region, code_hmac),
  foreign key (region, subject_id) references subject (region, id));
create index machtiging_over on machtiging (region, subject_id, gemaakt_op);

-- The helper took it, with the code and under the own login. Once.
create table machtiging_aanvaard (
  region text not null,
  machtiging uuid not null,
  nummer_hmac bytea not null check (octet_length(nummer_hmac) between 16 and 64),
  op timestamptz not null,
  geldig_tot timestamptz not null,
  primary key (region, machtiging),
  foreign key (region, machtiging) references machtiging (region, id));
create index machtiging_aanvaard_door on machtiging_aanvaard (region, nummer_hmac, geldig_tot);

create table machtiging_einde (
  region text not null,
  machtiging uuid not null,
  op timestamptz not null,
  door text not null check (door in ('gever', 'helper')),
  primary key (region, machtiging),
  foreign key (region, machtiging) references machtiging (region, id));

-- Each time that the helper looked, for who gave it to see.
create table machtiging_blik (
  region text not null,
  machtiging uuid not null,
  nummer bigint generated always as identity,
  op timestamptz not null,
  wat text not null check (wat in ('regels', 'vragen')),
  primary key (region, machtiging, nummer),
  foreign key (region, machtiging) references machtiging (region, id));

grant select, insert on machtiging, machtiging_aanvaard, machtiging_einde, machtiging_blik to sluis_append;
grant select, delete on machtiging, machtiging_aanvaard, machtiging_einde, machtiging_blik to sluis_wisser;
