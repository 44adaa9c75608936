-- Which texts of convenanten were seen, each by its digest: those that were taken up, and those that
-- were refused. An adopted version never changes: the same version with another digest is refused.
create table convenant_tekst (
  region text not null,
  digest text not null,
  convenant text not null,
  versie text not null,
  vastgesteld boolean not null,
  aanvaard boolean not null,
  gezien_op timestamptz not null,
  primary key (region, digest));

create unique index convenant_vastgesteld on convenant_tekst (region, convenant, versie)
  where vastgesteld and aanvaard;

-- Who signed which text. A signature is never changed or taken away; leaving the convenant is a
-- matter of its next text.
create table convenant_handtekening (
  region text not null,
  digest text not null,
  partij text not null,
  jti text not null,
  jws text not null,
  vastgelegd_op timestamptz not null,
  primary key (region, digest, partij),
  unique (region, partij, jti));

grant select, insert on convenant_tekst, convenant_handtekening to sluis_append;
