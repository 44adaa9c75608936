-- Client assertions that were used, kept until they could no longer be accepted (RFC 7523 3, item 7).
create table assertion_seen (
  region text not null,
  issuer text not null,
  jti text not null,
  expires_at timestamptz not null,
  primary key (region, issuer, jti));

create index assertion_seen_expiry on assertion_seen (expires_at);

grant select, insert, delete on assertion_seen to sluis_werk;
