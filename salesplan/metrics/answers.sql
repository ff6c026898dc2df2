-- One row per answer, the unsatisfied first, at most 500: where satisfaction comes from.
-- By company.
select
    answered_on,
    customer,
    rep_name as rep,
    team,
    region,
    product,
    question,
    score,
    scale_max,
    satisfied,
    comment,
    file_name,
    sheet,
    source_row,
    batch_id,
    sha256
from answer
join imported.batch as batch on batch.id = answer.batch_id
order by satisfied, answered_on desc, batch_id, source_row, source_column
limit 500
