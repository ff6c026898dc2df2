-- Keep the file itself, once.
insert into imported.file values ($sha256, $name, $size, $content) on conflict do nothing
