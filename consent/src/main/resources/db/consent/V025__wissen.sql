-- Erasing a person takes everything that is known of that person, and so the eraser may delete it: just
-- that, and nothing besides (design 10.18, 10.19).
grant select, delete on subject, birth, custody_fact, competence, shield, restriction, registered_condition,
  residence, consent_ask, consent_party, consent_event, subject_merge, merge_ask, merge_undone to sluis_wisser;
