-- The number that every change raises.
select n from data_version
