-- Instants are milliseconds since 1970-01-01T00:00Z. Every table begins with the tenant.

-- A file's content once, however many versions have it.
create table file_content (
  tenant  text not null,
  sha256  text not null,
  content blob not null,
  primary key (tenant, sha256)
) strict;

create table rule_set_version (
  tenant text    not null,
  number integer not null check (number > 0),
  sha256 text    not null,
  parent integer,
  author text    not null,
  reason text    not null,
  at     integer not null,
  primary key (tenant, number),
  foreign key (tenant, parent) references rule_set_version (tenant, number)
) strict;

create table version_file (
  tenant text    not null,
  number integer not null,
  name   text    not null,
  sha256 text    not null,
  primary key (tenant, number, name),
  foreign key (tenant, number) references rule_set_version (tenant, number),
  foreign key (tenant, sha256) references file_content (tenant, sha256)
) strict;

create table live_version (
  tenant text    not null primary key,
  number integer not null,
  foreign key (tenant, number) references rule_set_version (tenant, number)
) strict;

create table scheduled_publication (
  tenant text    not null,
  id     integer not null,
  number integer not null,
  due    integer not null,
  author text    not null,
  reason text    not null,
  at     integer not null,
  state  text    not null,
  note   text    not null,
  primary key (tenant, id),
  foreign key (tenant, number) references rule_set_version (tenant, number)
) strict;

create table audit_entry (
  tenant   text    not null,
  sequence integer not null,
  at       integer not null,
  author   text    not null,
  action   text    not null,
  subject  text    not null,
  before   text    not null,
  after    text    not null,
  reason   text    not null,
  previous text    not null,
  hash     text    not null,
  primary key (tenant, sequence)
) strict;

-- The entry that was written last: an audit that was cut off at its end does not fit.
create table audit_head (
  tenant   text    not null primary key,
  sequence integer not null,
  hash     text    not null
) strict;

create trigger file_content_never_changes before update on file_content
begin select raise(abort, 'a stored file never changes'); end;
create trigger file_content_stays before delete on file_content
begin select raise(abort, 'a stored file is never removed'); end;
create trigger rule_set_version_never_changes before update on rule_set_version
begin select raise(abort, 'a version never changes'); end;
create trigger rule_set_version_stays before delete on rule_set_version
begin select raise(abort, 'a version is never removed'); end;
create trigger version_file_never_changes before update on version_file
begin select raise(abort, 'a version never changes'); end;
create trigger version_file_stays before delete on version_file
begin select raise(abort, 'a version is never removed'); end;
create trigger audit_entry_never_changes before update on audit_entry
begin select raise(abort, 'the audit only grows'); end;
create trigger audit_entry_stays before delete on audit_entry
begin select raise(abort, 'the audit only grows'); end;
