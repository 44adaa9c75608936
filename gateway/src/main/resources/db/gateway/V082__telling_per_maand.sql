-- Pictures show months, and a page adds up what it shows: counted by the month that is a thirtieth of the numbers, and
-- it says less of any day.
create table telling_maand as
select region, date_trunc('month', dag)::date as maand, soort, van_oin, aan_oin, doel, baan, woord,
  sum(aantal)::bigint as aantal
from telling
group by 1, 2, 3, 4, 5, 6, 7, 8;
truncate telling;
alter table telling rename column dag to maand;
insert into telling (region, maand, soort, van_oin, aan_oin, doel, baan, woord, aantal)
select region, maand, soort, van_oin, aan_oin, doel, baan, woord, aantal from telling_maand;
drop table telling_maand;
alter table telling add constraint telling_maand check (extract(day from maand) = 1);
