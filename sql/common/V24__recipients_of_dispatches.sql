-- What became of a dispatch for each of its recipients, as one JSON list in its row: all of them, for ever.
update dispatch set recipients = case when recipients = '' then '[]' else
  '[{"address":"' || replace(replace(replace(recipients, '\', '\\'), '"', '\"'), '
', '","state":"@"},{"address":"') || '","state":"@"}]' end;
update dispatch set recipients = replace(recipients, '"state":"@"',
  case state when 'sent' then '"state":"sent"' when 'failed' then '"state":"failed"' else '"state":"waiting"' end);

-- Which fault kept the latest try from success: its kind, and the step of the conversation with the server.
alter table dispatch add column cause varchar(32);
alter table dispatch add column step varchar(16);

-- Behind which claim the latest moment before DATA was recorded: who learns late what became of a try knows whether it is the latest.
alter table dispatch add column claim bigint;
