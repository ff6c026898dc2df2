"""The Settings page: how does this company count?"""

from datetime import date

import pytest

from salesplan.settings import Settings


def press(app, key):
    next(button for button in app.button if button.key == key).click().run()


def effects(app):
    return " ".join(caption.value for caption in app.caption).replace("\\", "")


def test_a_choice_says_its_effect_before_it_is_saved(director):
    app = director.open("settings")
    app.selectbox(key="set_fiscal_year_start").set_value(4).run()

    assert "runs from 1 Apr" in effects(app)
    assert director.store.settings.fiscal_year_start == 1


def test_what_is_saved_counts(director):
    app = director.open("settings")
    app.selectbox(key="set_fiscal_year_start").set_value(4).run()
    app.number_input(key="set_at_risk").set_value(80.0).run()
    app.text_area(key="set_days_off").set_value("2026-05-06").run()
    director.click("Save")

    saved = director.store.settings
    assert (saved.fiscal_year_start, str(saved.at_risk)) == (4, "0.8")
    assert saved.days_off == (date(2026, 5, 6),)
    assert not director.app.exception
    assert "Everything is saved." in effects(director.app)


def test_what_cannot_be_used_gets_a_sentence_and_cannot_be_saved(director):
    app = director.open("settings")
    app.number_input(key="set_at_risk").set_value(99.0).run()

    assert not app.exception
    assert "“At risk from (%)” cannot be 99.0%" in app.warning[0].value.replace("\\", "")
    assert app.button(key="save_settings").disabled


def test_a_line_that_is_no_day_is_named_at_its_field_and_nothing_else_is_lost(director):
    app = director.open("settings", language="zh")
    app.number_input(key="set_at_risk").set_value(80.0).run()
    app.text_area(key="set_days_off").set_value("2026年10月16日\n下周一").run()

    assert not app.exception
    assert "第 2 行“下周一”不是日期，请写 2026-10-16" in " ".join(director.words()).replace(
        "\\", ""
    )
    assert len(app.subheader) == 4
    assert app.button(key="save_settings").disabled
    app.text_area(key="set_days_off").set_value("2026年10月16日\n2026/10/19 至 10月20日").run()
    press(app, "save_settings")
    saved = director.store.settings
    assert saved.days_off == (date(2026, 10, 16), date(2026, 10, 19), date(2026, 10, 20))
    assert str(saved.at_risk) == "0.8"


def test_discarding_goes_back_to_what_is_saved(director):
    app = director.open("settings")
    app.selectbox(key="set_country").set_value("DE").run()
    director.click("Discard")

    assert director.app.selectbox(key="set_country").value == "CN"
    assert director.store.settings == Settings()


@pytest.mark.parametrize(("language", "words"), [("zh", "已保存"), ("en", "Saved")])
def test_the_save_is_confirmed_in_the_language_of_the_page(director, language, words):
    app = director.open("settings", language=language)
    app.text_area(key="set_days_off").set_value("2026-05-06").run()
    press(app, "save_settings")

    assert [toast.value for toast in app.toast] == [words]


def test_the_language_of_the_house_holds_for_who_has_chosen_none(director):
    app = director.open("settings", language="en")
    app.segmented_control(key="set_language").set_value("zh").run()
    next(button for button in app.button if button.label == "Save").click().run()

    assert app.title[0].value == "设置"
    assert app.sidebar.segmented_control[0].value == "zh"
    assert [toast.value for toast in app.toast] == ["已保存"]
