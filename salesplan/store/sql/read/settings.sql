-- One row per setting that was ever changed.
select key, value from entered.setting_now
