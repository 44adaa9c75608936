-- What was told of a quarter of a convenant to whoever asks, once and for all: the same question gets the same
-- answer for ever, so that no two answers can be subtracted. It holds no number about fewer than ten children.
create table rapport (
  region text not null,
  convenant text not null,
  periode text not null check (periode ~ '^[0-9]{4}-K[1-4]$'),
  inhoud text not null,
  gemaakt_op timestamptz not null,
  primary key (region, convenant, periode));

grant select, insert on rapport to sluis_append;
