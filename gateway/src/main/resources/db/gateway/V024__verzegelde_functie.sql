-- What somebody does at a table is written in free words, so it could hold a name: sealed, with a key
-- that lives outside the database. Tables of before lose the word and keep the seat.
alter table overleg_lid drop column functie;
alter table overleg_lid add column functie_ct bytea;
