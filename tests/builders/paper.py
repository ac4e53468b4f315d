"""One view of every kind, in English or Spanish, between them with every kind of block."""

from dataclasses import replace
from datetime import date, time
from itertools import cycle

from builders.guides import with_everything
from builders.press import DIABETES, activity, bullets, fence, guide, heading, para, stamp, table, text
from platica.domain.awards import Award
from platica.domain.call_list import Missed
from platica.domain.curriculum import Handout, HandoutType
from platica.domain.document import Block, HandoutText, SessionText
from platica.domain.ids import HandoutId
from platica.domain.job_ticket import Finish, TicketLine, stacks
from platica.domain.measure import Change
from platica.domain.outcomes import MeetingCount, Outcomes
from platica.press.views import (
    CallLine,
    CallsView,
    CertificateLine,
    CertificatesView,
    ContentsLine,
    ContentsView,
    CoverView,
    ErasureView,
    GuideView,
    HandoutView,
    OutcomesView,
    RecoveryView,
    ReturnView,
    SignInLine,
    SignInView,
    SponsorMark,
    Tag,
    TagsView,
    TicketView,
    View,
)

NAMES = ("Ana María López", "José Ángel Peña", "Li")
LONG_NAME = "Wilhelmina-Konstantina Papadopoulos-Hernández de la Cruz y Villanueva Montenegro"


class Words:
    """Texts in one of two languages."""

    def __init__(self, language: str) -> None:
        self.language = language

    def __call__(self, english: str, spanish: str) -> str:
        return spanish if self.language == "es" else english

    def para(self, english: str, spanish: str) -> Block:
        return para(self(english, spanish), self.language)

    def bullets(self, *pairs: tuple[str, str], ordered: bool = False) -> Block:
        return bullets(*(self(*pair) for pair in pairs), language=self.language, ordered=ordered)


def every_view(language: str) -> dict[str, View]:
    """The views by name."""
    words = Words(language)
    return {
        "guide": guide_view(words),
        "handout": sheet(words, HandoutType.HANDOUT, *reading(words)),
        "form": sheet(words, HandoutType.FORM, *filling_in(words)),
        "log": sheet(words, HandoutType.LOG, log(words, columns=9)),
        "cards": sheet(words, HandoutType.FORM, fence("tear", words.para("My question:", "Mi pregunta:"), repeat=8)),
        "poster": sheet(words, HandoutType.POSTER, words.bullets(("We listen.", "Escuchamos."))),
        "card": sheet(words, HandoutType.CARD, words.para("Clinic: {clinic_name}", "Clínica: {clinic_name}")),
        "sign-in": sign_in(NAMES),
        "certificates": certificates((*NAMES, LONG_NAME)),
        "tags": tags((*NAMES, LONG_NAME)),
        "calls": calls((*NAMES, LONG_NAME)),
        "ticket": ticket(),
        "cover": CoverView(
            stamp(), words("Thursday group", "Grupo de los jueves"), place="Salón 2", dates=(date(2026, 11, 12),)
        ),
        "contents": ContentsView("Binder", (("One", (ContentsLine("Log", 1, 0), ContentsLine("Card", 3, 1))),)),
        "return": ReturnView(
            "Las Flores", 3, date(2026, 11, 19), time(18), "Salón 2", "KAT-3-P", tuple(range(1, 31)), first_free=31
        ),
        "outcomes": OutcomesView("Las Flores", words("Thursday group", "Grupo de los jueves"), outcomes()),
        "recovery": RecoveryView("Las Flores", ("K7QF9", "0A1BC", *("WWWWW",) * 6)),
        "erasure": ErasureView("Las Flores", "Laptop 2", date(2026, 11, 19), 2, True, True, 1, 3, 2),
    }


def outcomes() -> Outcomes:
    """The numbers of a group of which one session had few people."""
    came = (14, 12, None, 11, 13)
    meetings = tuple(MeetingCount(place, date(2026, 11, place), count) for place, count in enumerate(came, 1))
    return Outcomes(16, meetings, 0.74, 11, Change(9, 4.4, 7.1), (None, None, 6, 18, 31))


def guide_view(words: Words) -> GuideView:
    """A guide with everything that a guide may have."""
    plain = GuideView(stamp(), DIABETES, session(words), number=2, people=12, starts=time(18), handouts=("Log",))
    return with_everything(replace(plain, icon="diabetes"), words, words.language)


def session(words: Words) -> SessionText:
    """A session with every kind of cue."""
    safety = words.para(
        "If they do not wake up, **call {emergency_number}**.", "Si no despierta, **{emergency_number}**."
    )
    cues = (
        fence("say", words.para("Welcome back.", "Bienvenidas y bienvenidos.")),
        fence("ask", words.para("What went well?", "¿Qué salió bien?")),
        fence("answers", words.bullets(("I walked", "Caminé"), ("nothing", "nada"))),
        fence("do", words.bullets(("Make a circle.", "Forme un círculo."), ("Thank all.", "Agradezca."), ordered=True)),
        fence("note", words.para("Do not hurry.", "No se apure.")),
        fence("seated", words.para("Stay in the chair.", "Quédese en la silla.")),
        fence("online", words.para("Use the chat.", "Use el chat.")),
        fence("safety", safety),
    )
    purpose, inner = words.para("To begin.", "Para empezar."), heading(words("Trios", "Tríos"), 3, words.language)
    return guide(
        activity(words("Check-in", "Ronda inicial"), 10, "check-in", purpose, *cues, language=words.language),
        activity(words("Practice", "Práctica"), 25, "lab", inner, cues[0], optional=True, language=words.language),
        title=words("My numbers without fear", "Mis números sin miedo"),
        objectives=(words("say one number", "decir un número"),),
        materials=((words("pens", "plumas"), 1, "person"), (words("tape", "cinta"), 2, "group"), ("box", 1, "room")),
        before=(words("Set the chairs.", "Ponga las sillas."),),
        on_arrival=(words("Greet each person.", "Salude a cada persona."),),
        after=(words("Write a note.", "Escriba una nota."),),
        language=words.language,
    )


def reading(words: Words) -> tuple[Block, ...]:
    """Blocks to read."""
    cards = (("[icon:fruits]**Fruit** twice a day", "[icon:fruits]**Fruta** dos veces al día"),) * 3
    plate = (("Vegetables", "Verduras"), ("Protein", "Proteína"), ("Starch", "Almidón"), ("Water", "Agua"))
    return (
        fence("key", words.para("Sugar first.", "Primero azúcar.")),
        heading(words("Four steps", "Cuatro pasos"), 2, words.language),
        fence("steps", words.bullets(("**Check** it.", "**Mida**."), ("**Wait.**", "**Espere.**"), ordered=True)),
        fence("warning", words.para("Call {emergency_number}.", "Llame al {emergency_number}.")),
        fence("cards", words.bullets(*cards), columns=3),
        fence("pictures", words.bullets(("[icon:water]**Water** first", "[icon:water]**Agua** primero"))),
        heading(words("Small print", "Detalles"), 4, words.language),
        table((words("Level", "Nivel"), "mg/dL"), (words("Low", "Baja"), "70"), language=words.language),
        fence("plate", words.bullets(*plate)),
    )


def filling_in(words: Words) -> tuple[Block, ...]:
    """Blocks to write on."""
    faces = (("bad", "mal"), ("poor", "poco"), ("so-so", "regular"), ("good", "bien"), ("very good", "muy bien"))
    return (
        fence("checklist", words.bullets(("Walk", "Caminar"), ("Rest", "Descansar")), columns=2),
        fence("write", words.para("Who can help me?", "¿Quién me ayuda?"), lines=3),
        fence("faces", words.bullets(*faces)),
        fence(
            "scale", words.bullets(("not sure", "nada segura"), ("very sure", "muy segura")), **{"from": 0, "to": 10}
        ),
        log(words, columns=4),
        fence("sign", words.bullets(("My name", "Mi nombre"), ("My friend", "Mi amistad"))),
    )


def log(words: Words, columns: int) -> Block:
    """A log with one example row."""
    header = tuple(words(f"Day {number}", f"Día {number}") for number in range(columns))
    return fence("log", table(header, tuple("112" for _ in header), language=words.language), rows=5)


def sheet(words: Words, kind: HandoutType, *blocks: Block) -> HandoutView:
    """A handout of one kind."""
    about = Handout(HandoutId("low-sugar"), "Low sugar", kind, "diabetes-measure")
    title, under = words("Low sugar: what to do", "Azúcar baja: qué hacer"), words("Act fast.", "Actúe rápido.")
    words_of_it = HandoutText(about, text(title, words.language), text(under, words.language), blocks)
    return HandoutView(stamp(), DIABETES, words_of_it, words("My numbers", "Mis números"))


def sign_in(names: tuple[str, ...], first_free: int = 4, title: str = "") -> SignInView:
    """A sign-in sheet with these people on it."""
    lines = tuple(SignInLine(number, name) for number, name in enumerate(names, start=1))
    return SignInView(
        stamp(),
        "Las Flores",
        title,
        2,
        date(2026, 11, 19),
        time(18),
        "Salón 2",
        "KAT-2-P",
        lines,
        first_free,
        4,
        welcome=(text("Find your line and sign.", "en"),),
        welcome_second=(text("Busque su línea y firme.", "es"),),
    )


def certificates(
    names: tuple[str, ...], award: Award = Award.COMPLETION, *, discreet: bool = False
) -> CertificatesView:
    """Certificates for these people."""
    return CertificatesView(
        stamp(),
        award,
        tuple(CertificateLine(name, 6, "9") for name in names),
        on=date(2026, 12, 17),
        of=6,
        needed=4 if award is Award.COMPLETION else None,
        organization="Las Flores",
        place="Salón 2",
        signers=("Graciela Fuentes", ""),
        sponsors=(SponsorMark("Biblioteca del Barrio"),),
        discreet=discreet,
        words=(text("Thank you for your time.", "en"),),
    )


def tags(names: tuple[str, ...]) -> TagsView:
    """Name tags for these people, and four empty ones."""
    split = [(number, *name.partition(" ")) for number, name in enumerate(names, start=1)]
    named = (Tag(first, rest, number) for number, first, _, rest in split)
    return TagsView((*named, *[Tag()] * 4))


def ticket() -> TicketView:
    """A job ticket of two stacks."""
    lines = (
        TicketLine("guide-my-numbers-es.pdf", 2, 10, True, Finish.STAPLE),
        TicketLine("es/sheet-low-sugar-my-15-15-card.pdf", 12, 1, False, Finish.CUT),
    )
    return TicketView("Las Flores", stacks(lines), names_people=False)


def calls(names: tuple[str, ...]) -> CallsView:
    """A call list with these people on it, for every reason there is."""
    told = (
        ("555 0134", Missed.LAST_TIME, 1, date(2026, 11, 5)),
        (None, Missed.LONGER, 2, date(2026, 10, 29)),
        ("WhatsApp 555 0178", Missed.ALWAYS, 3, None),
    )
    lines = (
        CallLine(number, name, why, sessions, seen, "es", contact)
        for (number, name), (contact, why, sessions, seen) in zip(enumerate(names, 1), cycle(told), strict=False)
    )
    return CallsView("Las Flores", 2, date(2026, 11, 19), tuple(lines))
