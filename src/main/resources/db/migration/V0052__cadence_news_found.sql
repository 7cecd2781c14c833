-- Reasons to write that the program found: in a signature, or by the calendar, and then only for some days.
alter table cadence.news alter column noted_by drop not null;    -- null: found by the program
alter table cadence.news add column origin text not null default 'user' check (origin in ('user', 'signature', 'anniversary'));
alter table cadence.news add column until date;                  -- the last day on which it is a reason, or null
alter table cadence.news add constraint news_noted_or_found check ((origin = 'user') = (noted_by is not null));
