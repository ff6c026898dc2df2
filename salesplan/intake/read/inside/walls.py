"""What the operating system lets the child take; where it has no say, the parent watches."""

import sys

if sys.platform != "win32":
    import resource


def confine(memory: int) -> None:
    """Cap memory; no core dumps, no files."""
    if sys.platform == "win32":
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    if sys.platform == "linux":  # macOS takes no cap on the address space
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


def allow(seconds: int) -> None:
    """Give the next file its own processor time."""
    if sys.platform == "win32":
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    until = int(used.ru_utime + used.ru_stime) + seconds
    resource.setrlimit(resource.RLIMIT_CPU, (until, resource.RLIM_INFINITY))
