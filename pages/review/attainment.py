"""Goal attainment: how far are we, and where is the gap?"""

from salesplan import charts, ui
from salesplan.reports import attainment, people, untargeted
from salesplan.reports.attainment_figures import figures

store, scope = ui.begin("attainment")
settings, drill, ask = store.settings, ui.Drill(store, scope), ui.asking(store, scope)

ui.headline(attainment.headline(ask, scope, settings))
if not attainment.anything(ask):
    ui.stop()
ui.warn(untargeted.warning(ask, scope))
ui.figures(figures(ask, scope.as_of, settings), page="attainment", opens=drill)

left, right = ui.side_by_side()
race = charts.cumulative(ask("progress"), settings)
gap = charts.gap_strip(ask("progress"), settings)
with ui.card("attainment.race", left, unit=race.unit):
    ui.chart(race, key="race")
    if gap:
        ui.caption("attainment.gap_note", unit=gap.unit)
        ui.chart(gap, key="gap")
with ui.card("attainment.members", right):
    by = ui.choose("by", ui.divisions(store, scope), label="attainment.by")
    bullets = charts.bullets(ask("attainment", by=by), ask("attainment"), settings)
    ui.clickable(bullets, key="members", opens=drill.along(by))

who = ui.finest(store)
if who and attainment.aimed(ask):
    left, right = ui.side_by_side()
    opens, word = drill.along(who), ui.word("attainment.by", who)
    members, months = ask("attainment", by=who), ask("attainment_by_month", by=who)
    with ui.card("attainment.months", left, who=word):
        most = ui.few_or_all(members, label="attainment.rows")
        heat = charts.heat(months, members, settings, most=most)
        ui.clickable(heat, key="months", opens=opens)
    with ui.card("attainment.largest", right, who=word):
        listing = people.by_gap(ask, who, settings)
        ui.table(listing, key="largest", page="attainment", opens=opens, height=heat.height)
