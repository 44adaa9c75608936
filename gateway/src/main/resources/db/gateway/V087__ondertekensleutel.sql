-- The keys that partners announced themselves, each by a statement signed with a key that counted then; when each was
-- first used, for the old one ends only after the new one worked; and those withdrawn, by thumbprint (RFC 7638), which
-- count never again under any name. `vervangt_tot` is until when the old one counts beside it.
create table ondertekensleutel (
  region text not null,
  eigenaar text not null check (eigenaar ~ '^[0-9]{20}$'),
  kid text not null,
  vingerafdruk text not null,
  jwk text not null,
  geldig_vanaf timestamptz not null,
  vervangt text not null,
  vervangt_tot timestamptz not null,
  verklaring text not null check (length(verklaring) <= 16384),
  vastgelegd_op timestamptz not null,
  primary key (region, eigenaar, kid));
create unique index ondertekensleutel_van_een on ondertekensleutel (region, vingerafdruk);

create table ondertekensleutel_gebruikt (
  region text not null,
  eigenaar text not null,
  kid text not null,
  op timestamptz not null,
  primary key (region, eigenaar, kid),
  foreign key (region, eigenaar, kid) references ondertekensleutel (region, eigenaar, kid));

create table ondertekensleutel_intrekking (
  region text not null,
  eigenaar text not null check (eigenaar ~ '^[0-9]{20}$'),
  kid text not null,
  vingerafdruk text not null,
  op timestamptz not null,
  primary key (region, eigenaar, vingerafdruk));

-- Certificates with which partners came in, to warn before they end.
create table partner_certificaat (
  region text not null,
  oin text not null check (oin ~ '^[0-9]{20}$'),
  vingerafdruk text not null,
  serie text not null,
  uitgever text not null,
  geldig_tot timestamptz not null,
  gezien_op timestamptz not null,
  primary key (region, oin, vingerafdruk));

grant select, insert on ondertekensleutel, ondertekensleutel_gebruikt, ondertekensleutel_intrekking, partner_certificaat
  to sluis_append;
