-- What is known of gezag grows old: whoever recorded it looks it up again before that. For what is on
-- record already the shortest terms count: a month before twelve or twenty-four months.
alter table agenda drop constraint agenda_kind_check;
alter table agenda
  add constraint agenda_kind_check check (kind in ('herziening', 'embargo', 'leeftijd', 'gezag'));

insert into agenda (region, id, due_at, kind, subject_id, about, organisation)
select c.region, gen_random_uuid(),
  c.obtained_at - interval '30 days' + case
    when c.source in ('gezagsregister', 'brp', 'rechterlijke-uitspraak') then interval '24 months'
    else interval '12 months' end,
  'gezag', c.subject_id, c.id, split_part(c.recorded_by, '/', 1)
from custody_fact c
where c.situation not in ('onbekend', 'tijdelijk-geen-gezag');
