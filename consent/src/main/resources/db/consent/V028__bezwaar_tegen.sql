-- Against what an objection of somebody who is logged in is: what one organisation shares for one purpose
-- (AVG 21). A stop without these two is against everything, as before. Nobody alone wrote it down: it has
-- no author, and who recorded it is `portaal`.
alter table restriction
  add column tegen_doel text,
  add column tegen_van_oin text,
  add constraint restriction_tegen_check
    check ((tegen_doel is null) = (tegen_van_oin is null) and (tegen_doel is null or kind = 'bezwaar'));
