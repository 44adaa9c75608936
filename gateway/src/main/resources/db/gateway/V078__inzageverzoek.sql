-- Somebody asks an organisation for all that it gave and got (AVG 15), and is answered in the language in which it was asked.
alter table betrokkenenverzoek drop constraint betrokkenenverzoek_soort_check;
alter table betrokkenenverzoek add constraint betrokkenenverzoek_soort_check
  check (soort in ('waarom', 'rectificatie', 'bezwaar', 'wissing', 'klacht', 'inzage'));
alter table betrokkenenverzoek add column taal text not null default 'nl'
  check (taal in ('nl', 'en', 'ar', 'pl', 'ti', 'tr', 'uk'));
