"""Business rules on values: no store, no screen, no clock."""
