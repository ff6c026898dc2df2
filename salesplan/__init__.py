"""A sales director's dashboard: exports in, goal attainment on the screen."""
