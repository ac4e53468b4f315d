"""What became of a plan: which sessions were left out or taken in, and in which the activities changed."""

from collections.abc import Callable

from platica.phrases import Phrase, phrase


def plan_parts(was: object, now: object, title: Callable[[str], str]) -> list[Phrase]:
    """The differences of two plans, session by session; `title` says what a session is called."""
    before, after = _sessions(was), _sessions(now)
    gone = [phrase("without “{session}”", session=title(one)) for one in before if one not in after]
    come = [phrase("with “{session}”", session=title(one)) for one in after if one not in before]
    both = [one for one in after if one in before]
    inside = [part for one in both for part in _session_parts(before[one], after[one], title(one))]
    if both != [one for one in before if one in after]:
        inside.append(phrase("the sessions are in another order"))
    return [*gone, *come, *inside] or [phrase("the plan is another")]


def _session_parts(was: dict[str, object], now: dict[str, object], title: str) -> list[Phrase]:
    """The differences of one session's activities."""
    if was == now and list(was) == list(now):
        return []
    if set(now) < set(was):
        return [phrase("“{session}” with fewer activities", session=title)]
    if set(now) > set(was):
        return [phrase("“{session}” with more activities", session=title)]
    if set(now) != set(was):
        return [phrase("“{session}” with other activities", session=title)]
    if was == now:
        return [phrase("“{session}” in another order", session=title)]
    return [phrase("other minutes in “{session}”", session=title)]


def _sessions(plan: object) -> dict[str, dict[str, object]]:
    """The activities and minutes of each session; nothing of what cannot be understood."""
    try:
        return {
            str(one["session"]): {str(activity): minutes for activity, minutes in one["activities"]}
            for one in (plan if isinstance(plan, list) else ())
        }
    except (KeyError, TypeError, ValueError):
        return {}
