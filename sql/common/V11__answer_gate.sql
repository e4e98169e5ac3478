-- Whoever counts automatic answers holds this row until its commit, so that no two transactions count the same room.
create table answer_gate (
  name varchar(16) not null,
  primary key (name)
);
insert into answer_gate (name) values ('answers');
