-- A setting's new value, kept beside all that it had before.
insert into entered.setting
select $key, $value, $set_at, $set_by, n from data_version
