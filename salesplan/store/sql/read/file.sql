-- The name and the bytes of a file.
select name, content from imported.file where sha256 = $sha256
