"""What the fixed words of the domain are called in sentences, so that every room calls them the same."""

from platica.domain.attendance import Mark, Presence, Way
from platica.domain.curriculum import CurriculumKind, HandoutType, ReviewRole
from platica.domain.participant import ReadingStyle
from platica.domain.printing import Bilingual, Fold, What
from platica.domain.workshop import WorkshopForm
from platica.phrases import Phrase, phrase, phrases

PRESENCES = {
    Presence.PRESENT: phrase("present"),
    Presence.LATE: phrase("late"),
    Presence.EXCUSED: phrase("excused"),
    Presence.ABSENT: phrase("absent"),
}
WAYS = {
    Way.IN_PERSON: phrase("in person"),
    Way.ONLINE: phrase("online"),
    Way.MAKE_UP: phrase("make-up"),
}
FORMS = {
    WorkshopForm.SERIES: phrase("series"),
    WorkshopForm.OPEN: phrase("open group"),
    WorkshopForm.EVENT: phrase("event"),
}
STYLES = {
    ReadingStyle.NORMAL: phrase("normal print"),
    ReadingStyle.LARGE: phrase("large print"),
    ReadingStyle.PICTURES: phrase("pictures"),
    ReadingStyle.BY_EAR: phrase("by ear"),
}
KINDS = {
    CurriculumKind.PEER_SUPPORT_GROUP: phrase("peer support group"),
    CurriculumKind.COMMUNITY_WORKSHOP: phrase("community workshop"),
    CurriculumKind.PEER_ASSISTED_LEARNING: phrase("learning with peers"),
    CurriculumKind.CARE_TEAM: phrase("care team"),
    CurriculumKind.CAMPAIGN: phrase("campaign"),
    CurriculumKind.CONFERENCE_HYBRID: phrase("hybrid conference"),
}
HANDOUT_TYPES = {
    HandoutType.HANDOUT: phrase("handout"),
    HandoutType.FORM: phrase("form"),
    HandoutType.LOG: phrase("log"),
    HandoutType.CHECKLIST: phrase("checklist"),
    HandoutType.CARD: phrase("card"),
    HandoutType.POSTER: phrase("poster"),
    HandoutType.SIGN_IN: phrase("sign-in sheet"),
    HandoutType.CERTIFICATE: phrase("certificate"),
}
ROLES = {
    ReviewRole.CLINICAL: phrase("clinical review"),
    ReviewRole.LANGUAGE: phrase("language review"),
    ReviewRole.COMMUNITY: phrase("community review"),
}
PAPERS = {
    What.GUIDE: phrase("facilitator guide"),
    What.HANDOUTS: phrase("handouts"),
    What.FORMS: phrase("forms"),
    What.SIGN_IN: phrase("sign-in sheets"),
    What.CERTIFICATES: phrase("certificates"),
    What.TAGS: phrase("name tags"),
    What.CALL_LIST: phrase("call list"),
    What.RETURN: phrase("return sheets"),
    What.OUTCOMES: phrase("the group in numbers"),
    What.BINDER: phrase("binder"),
}
TOGETHER = {
    Bilingual.APART: phrase("each language apart"),
    Bilingual.TWO_SIDED: phrase("two-sided"),
    Bilingual.SIDE_BY_SIDE: phrase("side by side"),
}
FOLDS = {
    Fold.PLAIN: phrase("whole pages"),
    Fold.BOOKLET: phrase("booklet"),
    Fold.TWO_UP: phrase("two to a page"),
}

LOCAL_NUMBERS = {
    "emergency_number": phrase("Emergency number"),
    "crisis_line": phrase("Crisis line"),
    "crisis_other_ways": phrase("Crisis: other ways"),
    "poison_line": phrase("Poison line"),
    "clinic_name": phrase("Clinic"),
    "clinic_phone": phrase("Clinic's telephone"),
    "clinical_contact": phrase("Clinician to ask"),
    "interpreter_contact": phrase("Interpreter"),
    "food_help": phrase("Help with food"),
}
"""The local settings of the shared country packs; `local_number` also names others."""


def local_number(key: str) -> Phrase:
    """What a local setting is called: its words, or its key with spaces where a curriculum brought its own."""
    return LOCAL_NUMBERS.get(key) or phrase("“{key}”", key=key.replace("_", " "))


def mark_said(mark: Mark) -> Phrase:
    """A mark in one word: how somebody took part when that was not in the room, else whether they came."""
    if mark.presence is Presence.PRESENT and mark.way is not Way.IN_PERSON:
        return WAYS[mark.way]
    return PRESENCES[mark.presence]


def lock_words(minutes: int) -> Phrase:
    """When the screens lock by themselves."""
    if not minutes:
        return phrase("never by themselves")
    return phrases("after {count} minute without a key", "after {count} minutes without a key", minutes)


def retention_words(months: int) -> Phrase:
    """For how long somebody's records are kept who is not heard of any more."""
    if not months:
        return phrase("always, nobody is proposed to be erased")
    return phrases(
        "{count} month after they were last heard of", "{count} months after they were last heard of", months
    )
