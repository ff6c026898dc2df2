-- The number that every change raises, raised.
update data_version set n = n + 1
