-- Whether a mail is due when whoever wrote it wished: a hold keeps that, another time for another reason ends it.
alter table work add column wished boolean default false not null;
update work set wished = true where claim = 0 and available_at > placed_at;
