-- Where the latest try of a mail went instead of to its recipients: reports of it are not about them.
alter table dispatch add column diverted_to varchar(320);
