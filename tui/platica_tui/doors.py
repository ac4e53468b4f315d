"""The way to each screen and dialog; each is imported when it is first opened, so that the first paint is quick."""

from __future__ import annotations

from typing import TYPE_CHECKING

from platica.domain.ids import CurriculumId, HandoutId, MeetingId, SessionId, WorkshopId

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from platica.desk.today import ToCall
    from platica.domain.history import Step
    from platica.domain.roster import RosterEntry
    from platica_tui.app import PlaticaApp
    from platica_tui.locking import Asks, Locking
    from platica_tui.screens.page import Page


def first_screen() -> Page:
    """Today."""
    from platica_tui.screens.today import TodayPage

    return TodayPage()


def open_organization(app: PlaticaApp) -> None:
    """What concerns the whole organization."""
    from platica_tui.screens.organization import OrganizationPage

    app.push_screen(OrganizationPage())


def open_set_up(app: PlaticaApp) -> None:
    from platica_tui.screens.set_up import SetUpPage

    app.push_screen(SetUpPage())


def open_lock(app: PlaticaApp, asks: Asks | None = None) -> None:
    """Covers everything; asks for the passphrase when nothing else is said."""
    from platica_tui.locking import Asks
    from platica_tui.screens.lock import LockPage, PinPage

    app.push_screen(PinPage() if asks is Asks.PIN else LockPage())


def open_keys(app: PlaticaApp) -> None:
    from platica_tui.screens.keys import KeysPage

    app.push_screen(KeysPage())


def watch_over(app: PlaticaApp) -> Locking:
    """What locks the screens when nobody is there."""
    from platica_tui.locking import Locking

    return Locking(app)


def open_curricula(app: PlaticaApp) -> None:
    from platica_tui.screens.curricula import CurriculaPage

    app.push_screen(CurriculaPage())


def open_curriculum(app: PlaticaApp, curriculum: CurriculumId) -> None:
    from platica_tui.screens.curriculum import CurriculumPage

    app.push_screen(CurriculumPage(curriculum))


def open_session(app: PlaticaApp, curriculum: CurriculumId, session: SessionId, read_in: str | None = None) -> None:
    from platica_tui.screens.reading import ReadingPage, session_reader

    app.push_screen(ReadingPage(session_reader(curriculum, session), read_in))


def open_handout(app: PlaticaApp, curriculum: CurriculumId, handout: HandoutId, read_in: str | None = None) -> None:
    from platica_tui.screens.sheet import SheetPage

    app.push_screen(SheetPage(curriculum, handout, read_in))


def open_new_workshop(app: PlaticaApp, curriculum: CurriculumId | None = None) -> None:
    from platica_tui.screens.new_workshop import NewWorkshopPage

    app.push_screen(NewWorkshopPage(curriculum))


def open_workshop(app: PlaticaApp, workshop: WorkshopId) -> None:
    from platica_tui.screens.workshop import WorkshopPage

    app.push_screen(WorkshopPage(workshop))


def open_description(app: PlaticaApp, workshop: WorkshopId) -> None:
    from platica_tui.screens.description import DescriptionPage

    app.push_screen(DescriptionPage(workshop))


def open_builder(app: PlaticaApp, workshop: WorkshopId, session: SessionId | None = None) -> None:
    from platica_tui.screens.builder import BuilderPage

    app.push_screen(BuilderPage(workshop, session))


def open_roster(app: PlaticaApp, workshop: WorkshopId) -> None:
    from platica_tui.screens.roster import RosterPage

    app.push_screen(RosterPage(workshop))


def open_attendance(app: PlaticaApp, meeting: MeetingId) -> None:
    """The entry line and the grid, or the count of heads of an event."""
    from platica.domain.workshop import WorkshopForm
    from platica_tui.screens.attendance import AttendancePage
    from platica_tui.screens.heads import HeadsPage

    found = app.desk.records.meeting(meeting)
    event = app.desk.records.workshop(found.workshop).form is WorkshopForm.EVENT
    app.push_screen(HeadsPage(found) if event else AttendancePage(found))


def open_printing(app: PlaticaApp, workshop: WorkshopId, meeting: int | None) -> None:
    from platica_tui.screens.printing import PrintingPage

    app.push_screen(PrintingPage(workshop, meeting))


def open_carry(app: PlaticaApp, folder: Path | None = None) -> None:
    """Records to and from a stick, or a folder to begin with."""
    from platica_tui.screens.carry import CarryPage

    app.push_screen(CarryPage(folder))


def open_computers(app: PlaticaApp) -> None:
    """The computers of the organization."""
    from platica_tui.screens.computers import ComputersPage

    app.push_screen(ComputersPage())


def open_join(app: PlaticaApp) -> None:
    """Making a computer without records one of an organization; then its records are brought in."""
    from platica.desk import invite
    from platica.phrases import phrase
    from platica_tui.dialogs.invitation import JoinDialog

    came_from: list[Path] = []

    def begin(file: Path, code: str) -> None:
        invite.begin(app.places, file, code)
        came_from.append(file.parent)

    def joined(done: bool | None) -> None:
        if done:
            app.start()
            open_carry(app, came_from[-1])
            app.call_later(
                app.tell,
                phrase(
                    "This computer is one of the organization now. Press Enter to bring the records in. It asks for no"
                    " passphrase yet: set one afterwards under “Organization”."
                ),
            )

    app.push_screen(JoinDialog(begin), joined)


def open_put_back(app: PlaticaApp) -> None:
    """Making a computer without records that of a backup."""
    from platica.desk import keys
    from platica.desk.restore import Preview, Restored
    from platica.desk.tell_restore import done_told
    from platica.phrases import phrase
    from platica_tui.dialogs.put_back import PutBackDialog

    def there(preview: Preview, done: Restored, secret: str) -> None:
        app.start(secret)
        said, *more = done_told(app.desk, done, preview, app.book.language)
        if keys.opened_by_code(app.desk):
            more = [phrase("Opened with the recovery code. Now set a new passphrase under “Organization”.")]
        app.call_later(app.tell, phrase("{done} {also}", done=said, also=more[0]) if more else said)

    app.push_screen(PutBackDialog(there))


def open_settle(app: PlaticaApp) -> None:
    """What a person must decide."""
    from platica_tui.screens.settle import SettlePage

    app.push_screen(SettlePage())


def open_backup(app: PlaticaApp) -> None:
    """Making backups and putting them back."""
    from platica_tui.screens.backup import BackupPage

    app.push_screen(BackupPage())


def open_health(app: PlaticaApp) -> None:
    """The state of the records."""
    from platica_tui.screens.health import HealthPage

    app.push_screen(HealthPage())


def open_sponsors(app: PlaticaApp) -> None:
    """The organizations that certificates thank."""
    from platica_tui.screens.sponsors import SponsorsPage

    app.push_screen(SponsorsPage())


def open_leaders(app: PlaticaApp) -> None:
    """Who leads, and who is at the keyboard."""
    from platica_tui.screens.leaders import LeadersPage

    app.push_screen(LeadersPage())


def open_calls(app: PlaticaApp, to_call: tuple[ToCall, ...]) -> None:
    from platica_tui.dialogs.calls import CallsDialog

    app.push_screen(CallsDialog(to_call))


def open_erase(app: PlaticaApp, workshop: WorkshopId, entry: RosterEntry) -> None:
    """Erasing a person."""
    from platica_tui.screens.erase import ErasePage

    app.push_screen(ErasePage(workshop, entry))


def open_questions(app: PlaticaApp, workshop: WorkshopId) -> None:
    """The question box of a workshop."""
    from platica_tui.screens.questions import QuestionsPage

    app.push_screen(QuestionsPage(workshop))


def open_return_sheet(app: PlaticaApp, meeting: MeetingId) -> None:
    """What a session held on paper brought back."""
    from platica_tui.screens.return_sheet import ReturnSheetPage

    app.push_screen(ReturnSheetPage(app.desk.records.meeting(meeting)))


def open_notes(app: PlaticaApp, workshop: WorkshopId) -> None:
    """What was noted after the sessions of a workshop."""
    from platica_tui.screens.notes import NotesPage

    app.push_screen(NotesPage(workshop))


def open_history(app: PlaticaApp, about: str, steps: Callable[[], tuple[Step, ...]]) -> None:
    """Every change of what is called so."""
    from platica_tui.dialogs.history import HistoryDialog

    app.push_screen(HistoryDialog(about, steps))


def open_help(app: PlaticaApp) -> None:
    from platica_tui.dialogs.help import HelpDialog
    from platica_tui.speaking import Speaking

    if isinstance(app.screen, Speaking) and not isinstance(app.screen, HelpDialog):
        app.push_screen(HelpDialog(app.screen))


def open_palette(app: PlaticaApp) -> None:
    from platica_tui.dialogs.palette import PaletteDialog
    from platica_tui.speaking import Speaking

    if isinstance(app.screen, Speaking) and not app.screen.is_modal:
        app.push_screen(PaletteDialog(app.screen))
