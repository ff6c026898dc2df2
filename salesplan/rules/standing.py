"""How a pace stands against the thresholds of the settings."""

from decimal import Decimal

from salesplan.settings import Settings

NO_TARGET = "no_target"
STANDINGS = ("ahead", "on_track", "at_risk", "behind", NO_TARGET)


def standing(actual: Decimal, target_to_date: Decimal | None, settings: Settings) -> str:
    """Name the standing: ahead, on_track, at_risk, behind, or no_target where nothing is due."""
    if not target_to_date or target_to_date < 0:
        return NO_TARGET
    steps = {
        "ahead": settings.ahead,
        "on_track": settings.on_track,
        "at_risk": settings.at_risk,
    }
    reached = (name for name, least in steps.items() if actual >= least * target_to_date)
    return next(reached, "behind")
