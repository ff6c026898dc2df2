"""The commands of the command line: each takes its arguments and gives an Outcome."""
