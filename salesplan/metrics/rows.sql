-- One row per sale, the largest first, at most 500: where each figure comes from.
-- By company.
select
    sold_on,
    order_id,
    rep_name as rep,
    team,
    region,
    customer,
    product,
    channel,
    quantity,
    amount,
    file_name,
    sheet,
    source_row,
    batch_id,
    sha256
from sale_line
join imported.batch as batch on batch.id = sale_line.batch_id
order by amount desc, sold_on, batch_id, source_row, source_column
limit 500
