-- The first schema: imported facts with their batches, what people enter, and what is derived.
create schema imported;
create schema entered;
create schema derived;

create table main.schema_version (version integer not null, applied_at timestamp not null);
create table main.data_version (n bigint not null);
insert into main.data_version values (0);
create table main.definitions (digest varchar not null);

create table imported.file (
    sha256 varchar primary key,
    name varchar not null,
    size bigint not null,
    content blob not null,
);

create table imported.batch (
    id integer primary key,
    sha256 varchar not null,
    file_name varchar not null,
    sheet varchar not null,
    table_no integer not null,
    kind varchar not null,
    source varchar not null,
    layout varchar not null,
    header_row integer not null,
    mapping varchar not null,
    unit varchar,
    rows_read bigint not null,
    rows_loaded bigint not null,
    rows_rejected bigint not null,
    rows_ignored bigint not null,
    facts bigint not null,
    period_from date,
    period_to date,
    totals varchar not null,
    on_overlap varchar,
    loaded_by varchar not null,
    loaded_at timestamp not null,
    status varchar not null check (status in ('loaded', 'undone')),
    undone_at timestamp,
);

create table imported.batch_month (
    batch_id integer not null,
    kind varchar not null,
    source varchar not null,
    month date not null,
    first_day date not null,
    last_day date not null,
    facts bigint not null,
    replaces boolean not null,
    live boolean not null,
);

create table imported.rejected_row (
    batch_id integer not null,
    sheet varchar not null,
    source_row integer not null,
    column_name varchar,
    found varchar,
    reason_key varchar not null,
    reason_values varchar not null,
    cells varchar not null,
);

create table imported.claim (
    kind varchar not null,
    source varchar not null,
    month date not null,
    n bigint not null,
    primary key (kind, source, month),
);

create table imported.sale (
    batch_id integer not null,
    source_row integer not null,
    source_column varchar,
    sold_on date not null,
    month date not null,
    order_id varchar,
    rep varchar,
    team varchar,
    customer varchar,
    product varchar,
    channel varchar,
    region varchar,
    quantity decimal(18, 4),
    amount decimal(18, 4) not null,
    cost decimal(18, 4),
);

create table imported.target (
    batch_id integer not null,
    source_row integer not null,
    source_column varchar,
    metric varchar not null,
    grain varchar not null check (grain in ('year', 'quarter', 'month', 'week', 'day')),
    starts_on date not null,
    ends_on date not null check (ends_on > starts_on),
    month date not null,
    level varchar not null check (
        level in ('company', 'region', 'team', 'rep', 'product', 'channel')
    ),
    region varchar,
    team varchar,
    rep varchar,
    product varchar,
    channel varchar,
    value decimal(18, 4) not null,
    state varchar not null default 'published',
);

create table imported.survey (
    batch_id integer not null,
    source_row integer not null,
    source_column varchar,
    answered_on date not null,
    month date not null,
    customer varchar,
    rep varchar,
    team varchar,
    region varchar,
    product varchar,
    question varchar,
    kind varchar not null check (kind in ('csat', 'nps', 'ces')),
    score decimal(9, 4) not null,
    scale_min decimal(9, 4),
    scale_max decimal(9, 4),
    comment varchar,
);

create table imported.rep (
    batch_id integer not null,
    source_row integer not null,
    id varchar,
    name varchar,
    team varchar,
    region varchar,
    manager varchar,
    role varchar,
    level varchar,
    hired_on date,
    left_on date,
    email varchar,
);

create table imported.rep_assignment (
    batch_id integer not null,
    source_row integer not null,
    rep varchar not null,
    team varchar,
    region varchar,
    manager varchar,
    valid_from date,
    valid_until date,
);

create table imported.customer (
    batch_id integer not null,
    source_row integer not null,
    id varchar,
    name varchar,
    segment varchar,
    region varchar,
    owner varchar,
    first_order_on date,
);

create table entered.setting (
    key varchar not null,
    value varchar not null,
    set_at timestamp not null,
    set_by varchar not null,
    version bigint not null,
);

create table derived.calendar (
    day date not null,
    month date not null,
    quarter date not null,
    fiscal_year integer not null,
    iso_year integer not null,
    iso_week integer not null,
    working boolean not null,
    known boolean not null,
    workdays_through bigint not null,
);

create table derived.rep (
    id varchar not null,
    name varchar,
    team varchar,
    region varchar,
    manager varchar,
    role varchar,
    level varchar,
    hired_on date,
    left_on date,
    email varchar,
);

create table derived.assignment (
    alias varchar not null,
    rep varchar not null,
    name varchar not null,
    team varchar,
    region varchar,
    valid_from date not null,
    valid_until date not null,
);

create table derived.day (
    day date not null,
    month date not null,
    region varchar,
    team varchar,
    rep varchar,
    product varchar,
    channel varchar,
    amount decimal(38, 4) not null,
    quantity decimal(38, 4),
    cost decimal(38, 4),
    amount_with_cost decimal(38, 4) not null,
    lines bigint not null,
);

create table derived.month (
    month date not null,
    region varchar,
    team varchar,
    rep varchar,
    product varchar,
    channel varchar,
    amount decimal(38, 4) not null,
    quantity decimal(38, 4),
    cost decimal(38, 4),
    amount_with_cost decimal(38, 4) not null,
    lines bigint not null,
);

create table derived.first_sale (
    customer varchar not null,
    first_on date not null,
    sold_on date not null,
    region varchar,
    team varchar,
    rep varchar,
    product varchar,
    channel varchar,
);

create table derived.target_month (
    metric varchar not null,
    level varchar not null,
    month date not null,
    region varchar,
    team varchar,
    rep varchar,
    product varchar,
    channel varchar,
    value decimal(18, 4) not null,
);
