"""Keeping the records and their keys out of the files that a system writes when a program crashes."""


def no_core_dumps() -> None:
    """No crash of this process leaves its memory on the disk, where the system knows of such a limit."""
    try:
        import resource
    except ImportError:
        return
    _, most = resource.getrlimit(resource.RLIMIT_CORE)
    resource.setrlimit(resource.RLIMIT_CORE, (0, most))
