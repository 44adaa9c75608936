-- A family that reads an answer finds the question it was given to.
create index vt_vraag_stap_transactie on vt_vraag_stap (region, transactie);
