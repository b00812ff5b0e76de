//! The asks and their answers. Their TypeScript types are generated into `extension/protocol.ts`; an answer has the kind
//! of its ask, or is `refused`.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::observe::{Did, Noticed};
use super::view::{
    AlikeView, BinView, Found, ImportView, MuteView, OpenView, OutcomeView, PersonView, Told,
};
use crate::copy::Form;
use crate::history::{Direction, Interaction, Kind};
use crate::mark::{Mark, Sighting};
use crate::people::Network;
use crate::prompt::{Choice, Mute, PromptView, Way};
use crate::store::{Mode, Settings};

/// What can be asked of Kith.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "camelCase")]
#[ts(export, export_to = "protocol.ts")]
pub enum Ask {
    /// What stands beside these names?
    Marks {
        /// The names seen, each once.
        sightings: Vec<Sighting>,
    },
    /// A page showed who is signed in.
    Own {
        /// Whose account it is: the user's own.
        sighting: Sighting,
    },
    /// Handle and permanent id were seen together: take note.
    Met {
        /// Where both were seen.
        sightings: Vec<Sighting>,
    },
    /// Whose page is this?
    At {
        /// A tab's address.
        address: String,
    },
    /// Everything on one person that the popup shows.
    Person {
        /// A key, `x:anar`, `x:#900123` or `x:anar#900123`.
        who: String,
        /// The name as the page shows it, for a stranger.
        #[serde(default)]
        name: Option<String>,
    },
    /// More of a person's history.
    History {
        /// The person's key.
        key: String,
        /// How many blocks, newest first, were looked through already.
        skip: u32,
        /// Of what only.
        #[serde(default)]
        filter: Filter,
    },
    /// Save a note.
    Note {
        /// As in `person`.
        who: String,
        /// The name for somebody new.
        #[serde(default)]
        name: Option<String>,
        /// What was typed.
        text: String,
        /// Where it was typed: a post's address.
        #[serde(default)]
        place: Option<String>,
        /// What passed, where the text tells of that.
        #[serde(default)]
        passed: Option<Passed>,
        /// Who else it is about, each as in `person`: the same note for everybody at a table.
        #[serde(default)]
        also: Vec<String>,
    },
    /// Give a person a label of the user's own, or take it away.
    Label {
        /// As in `person`.
        who: String,
        /// The name for somebody new.
        #[serde(default)]
        name: Option<String>,
        /// The word; one that is new stands in the list from now on.
        label: String,
        /// Whether they have it now.
        on: bool,
    },
    /// Take a label out of the list; people who have it keep it.
    Unlist {
        /// The word.
        label: String,
    },
    /// Write down why, in place of what stood there; empty takes it away.
    Why {
        /// As in `person`.
        who: String,
        /// The name for somebody new.
        #[serde(default)]
        name: Option<String>,
        /// What was typed.
        text: String,
    },
    /// Write down what somebody is dealing with.
    Needs {
        /// As in `person`.
        who: String,
        /// The name for somebody new.
        #[serde(default)]
        name: Option<String>,
        /// In a few words.
        text: String,
    },
    /// Mark a need as met, or as open again.
    Need {
        /// The person's key.
        key: String,
        /// The need.
        text: String,
        /// Whether it is met.
        met: bool,
    },
    /// Write down what the user said they would do.
    Promise {
        /// As in `person`.
        who: String,
        /// The name for somebody new.
        #[serde(default)]
        name: Option<String>,
        /// In a few words.
        text: String,
        /// By which day, such as `2026-12-01`.
        #[serde(default)]
        due: Option<String>,
    },
    /// Mark a promise as kept, or as open again.
    Kept {
        /// The person's key.
        key: String,
        /// Which, as its view says.
        piece: String,
        /// Whether it is kept.
        kept: bool,
    },
    /// What is open with everybody: promises of the user's, and needs.
    Open {},
    /// Call a person by another name.
    Name {
        /// The person's key.
        key: String,
        /// The new name.
        name: String,
    },
    /// Put another text in the place of one that is there; the old one is kept beside it.
    Edit {
        /// The person's key.
        key: String,
        /// Which, as its view says.
        piece: String,
        /// The new text.
        text: String,
    },
    /// Take another account, or another person, for the same human being.
    Link {
        /// The person's key.
        key: String,
        /// The other: as in `person`, or an address.
        with: String,
        /// Why the user believes so.
        reason: String,
    },
    /// Take an account away from a person again.
    Unlink {
        /// The person's key.
        key: String,
        /// The account, as its view says.
        account: String,
    },
    /// Let the feed show a note before newer ones, or no longer.
    Pin {
        /// The person's key.
        key: String,
        /// Which note, as its view says.
        piece: String,
        /// Whether it is pinned.
        on: bool,
    },
    /// Move something to the bin.
    Delete {
        /// The person's key.
        key: String,
        /// Which piece of them, as its view says; nothing for the whole person.
        #[serde(default)]
        piece: Option<String>,
    },
    /// What is in the bin. What has lain there for 30 days is thrown away.
    Bin {},
    /// Take something out of the bin, to where it was.
    Restore {
        /// Its key there.
        bin: String,
    },
    /// Throw away what is in the bin.
    Empty {
        /// Only this; nothing for all of it.
        #[serde(default)]
        bin: Option<String>,
    },
    /// What does the card say?
    Prompt {
        /// With whom the user is about to connect.
        sighting: Sighting,
    },
    /// Something was chosen on the card.
    Chosen {
        /// About whom.
        sighting: Sighting,
        /// What.
        choice: Choice,
    },
    /// Does anything wait for the authors of these posts?
    Posts {
        /// Their names, each with its post.
        sightings: Vec<Sighting>,
    },
    /// Something the user did took effect on the page, or was undone there.
    Gesture {
        /// To whom, or with whom.
        sighting: Sighting,
        /// What.
        did: Did,
        /// Whether it is so now.
        done: bool,
    },
    /// What others did, as the page of notifications shows it.
    Noticed {
        /// In any order.
        seen: Vec<Noticed>,
    },
    /// Write something down by itself, or no longer.
    Observe {
        /// Its word, one of [`super::KINDS`].
        what: String,
        /// Whether it is written down.
        on: bool,
    },
    /// Who may be the same person?
    Alike {
        /// The person's key.
        key: String,
    },
    /// Two people are not the same, or may be after all.
    Apart {
        /// The one's key.
        key: String,
        /// The other's.
        with: String,
        /// Whether they are not.
        on: bool,
    },
    /// The words to begin with for a way.
    Way {
        /// As in `person`.
        who: String,
        /// The name for somebody new.
        #[serde(default)]
        name: Option<String>,
        /// What is to be given.
        way: Way,
    },
    /// Silence something, or no longer.
    Mute {
        /// What.
        mute: Mute,
        /// Whether it is silent now.
        on: bool,
    },
    /// Everything that is silenced.
    Mutes {},
    /// What became of the last prompts.
    Outcomes {},
    /// Keep what is being typed.
    Draft {
        /// As in `person`.
        who: String,
        /// Everything in the box; empty forgets the draft.
        text: String,
    },
    /// People by words; with none, those met last.
    Find {
        /// What was typed.
        query: String,
        /// How many at most; as many as a list shows at first, where nothing is said.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        most: Option<u32>,
    },
    /// The user's choices.
    Settings {},
    /// Choose what Kith does on a site.
    Choose {
        /// The site's word, such as `x`.
        site: String,
        /// What to do there.
        mode: Mode,
    },
    /// Hide every mark on every tab, or show them again.
    Discreet {
        /// Whether they are hidden now; nothing for the other of the two.
        on: Option<bool>,
    },
    /// What is still to be told.
    Notices {},
    /// It was told.
    Told {},
    /// The next part of Kith's own file.
    Export {
        /// Where the last part ended; nothing for the first.
        #[serde(default)]
        after: Option<String>,
    },
    /// The next part of a copy to read.
    Copy {
        /// What it is.
        form: Form,
        /// Where the last part ended; nothing for the first.
        #[serde(default)]
        after: Option<String>,
    },
    /// The id by which the store is told from another, or from one that was emptied.
    Begun {
        /// Whether it is to get one, where it has none: the user begins anew.
        #[serde(default)]
        make: bool,
    },
    /// The imports that can be undone.
    Imports {},
    /// Take back one batch of an import; ask again while `more`.
    Undo {
        /// The import's key.
        import: String,
    },
}

/// Of which kind, direction and network only; nothing for all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export_to = "protocol.ts")]
pub struct Filter {
    /// Only this kind.
    #[serde(default)]
    #[ts(type = "string | null")]
    pub kind: Option<Kind>,
    /// Only this direction.
    #[serde(default)]
    #[ts(type = "string | null")]
    pub direction: Option<Direction>,
    /// Only on this network.
    #[serde(default)]
    #[ts(type = "string | null")]
    pub network: Option<Network>,
}

impl Filter {
    /// Whether something passes.
    pub fn takes(&self, i: &Interaction) -> bool {
        self.kind.is_none_or(|kind| kind == i.kind)
            && self
                .direction
                .is_none_or(|direction| direction == i.direction)
            && (self.network.is_none() || self.network == i.network)
    }
}

/// What passed, where the user says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export_to = "protocol.ts")]
pub struct Passed {
    /// What kind of thing.
    #[ts(type = "string")]
    pub kind: Kind,
    /// Which way.
    #[ts(type = "string")]
    pub direction: Direction,
}

impl Ask {
    /// Whether it may write, and so must hold the store's lock.
    pub fn writes(&self) -> bool {
        matches!(
            self,
            Ask::Own { .. }
                | Ask::Met { .. }
                | Ask::Note { .. }
                | Ask::Label { .. }
                | Ask::Unlist { .. }
                | Ask::Draft { .. }
                | Ask::Why { .. }
                | Ask::Needs { .. }
                | Ask::Need { .. }
                | Ask::Promise { .. }
                | Ask::Kept { .. }
                | Ask::Name { .. }
                | Ask::Edit { .. }
                | Ask::Link { .. }
                | Ask::Unlink { .. }
                | Ask::Pin { .. }
                | Ask::Delete { .. }
                | Ask::Bin {}
                | Ask::Restore { .. }
                | Ask::Empty { .. }
                | Ask::Chosen { .. }
                | Ask::Gesture { .. }
                | Ask::Noticed { .. }
                | Ask::Apart { .. }
                | Ask::Observe { .. }
                | Ask::Mute { .. }
                | Ask::Choose { .. }
                | Ask::Discreet { .. }
                | Ask::Told {}
                | Ask::Begun { make: true }
                | Ask::Undo { .. }
        )
    }
}

/// What Kith answers. `changed` lists the aliases whose marks must be asked again.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "camelCase")]
#[ts(export, export_to = "protocol.ts")]
pub enum Answer {
    /// One mark for each sighting, in order; none where it is no person.
    Marks {
        /// In the order of the sightings.
        marks: Vec<Option<Mark>>,
        /// Those of the sightings that say something new of a handle and its id: to be asked as `met`.
        met: Vec<Sighting>,
    },
    /// Taken down.
    Own {
        /// Aliases whose marks changed.
        changed: Vec<String>,
    },
    /// Taken note of.
    Met {
        /// Aliases whose marks changed.
        changed: Vec<String>,
    },
    /// Whose page it is, as `x:anar`.
    At {
        /// Nothing where it is nobody's.
        who: Option<String>,
    },
    /// The person, known or not.
    Person {
        /// What the popup shows.
        person: PersonView,
    },
    /// More of the history.
    History {
        /// Newest first.
        items: Vec<super::view::Item>,
        /// For the next ask: how many blocks were looked through.
        skip: u32,
        /// Whether there is still more.
        more: bool,
    },
    /// Saved.
    Note {
        /// The person as they are now.
        person: PersonView,
        /// Aliases whose marks changed.
        changed: Vec<String>,
    },
    /// Given, or taken away.
    Label {
        /// The person as they are now.
        person: PersonView,
        /// Aliases whose marks changed.
        changed: Vec<String>,
    },
    /// Taken out.
    Unlist {
        /// The list as it is now.
        labels: Vec<String>,
    },
    /// Written down.
    Why {
        /// The person as they are now.
        person: PersonView,
        /// Aliases whose marks changed.
        changed: Vec<String>,
    },
    /// Marked.
    Need {
        /// The person as they are now.
        person: PersonView,
        /// Aliases whose marks changed.
        changed: Vec<String>,
    },
    /// Written down.
    Needs {
        /// The person as they are now.
        person: PersonView,
        /// Aliases whose marks changed.
        changed: Vec<String>,
    },
    /// Written down.
    Promise {
        /// The person as they are now.
        person: PersonView,
        /// Aliases whose marks changed.
        changed: Vec<String>,
    },
    /// Marked.
    Kept {
        /// The person as they are now.
        person: PersonView,
        /// Aliases whose marks changed.
        changed: Vec<String>,
    },
    /// What is open.
    Open {
        /// The earliest first; those without a day last.
        promises: Vec<OpenView>,
        /// Those heard of last first.
        needs: Vec<OpenView>,
    },
    /// Called so.
    Name {
        /// The person as they are now.
        person: PersonView,
        /// Aliases whose marks changed.
        changed: Vec<String>,
    },
    /// Changed.
    Edit {
        /// The person as they are now.
        person: PersonView,
        /// Aliases whose marks changed.
        changed: Vec<String>,
    },
    /// Linked.
    Link {
        /// The person as they are now.
        person: PersonView,
        /// The account by which the link can be taken back.
        account: String,
        /// Aliases whose marks changed.
        changed: Vec<String>,
    },
    /// Unlinked.
    Unlink {
        /// The person as they are now.
        person: PersonView,
        /// Aliases whose marks changed.
        changed: Vec<String>,
    },
    /// Pinned, or no longer.
    Pin {
        /// The person as they are now.
        person: PersonView,
        /// Aliases whose marks changed.
        changed: Vec<String>,
    },
    /// Moved to the bin.
    Delete {
        /// Its key there.
        bin: String,
        /// The person as they are now; nothing where the person is what was deleted.
        person: Option<PersonView>,
        /// Aliases whose marks changed.
        changed: Vec<String>,
    },
    /// What is in the bin.
    Bin {
        /// Newest first.
        entries: Vec<BinView>,
    },
    /// Back where it was.
    Restore {
        /// Whose it is.
        who: String,
        /// What could not come back, as sentences.
        left_out: Vec<String>,
        /// Aliases whose marks changed.
        changed: Vec<String>,
    },
    /// Thrown away.
    Empty {},
    /// What the card says.
    Prompt {
        /// From top to bottom.
        prompt: PromptView,
    },
    /// Written down.
    Chosen {
        /// Aliases whose marks changed.
        changed: Vec<String>,
        /// Whether all may have changed.
        everywhere: bool,
    },
    /// Those who may be.
    Alike {
        /// The likeliest first.
        alike: Vec<AlikeView>,
    },
    /// Kept.
    Apart {},
    /// What waits.
    Posts {
        /// Those for whom something does: to be asked as `met`.
        met: Vec<Sighting>,
        /// Whether anything waits for anybody; if not, nobody needs to ask.
        any: bool,
    },
    /// Taken note of.
    Gesture {
        /// Aliases whose marks changed.
        changed: Vec<String>,
        /// What was written down, in words for the mark; nothing where nothing was.
        remembered: Option<String>,
    },
    /// Taken note of.
    Noticed {
        /// Aliases whose marks changed.
        changed: Vec<String>,
    },
    /// Chosen.
    Observe {
        /// The choices as they are now.
        #[ts(type = "{ sites: Record<string, Mode>; discreet?: boolean }")]
        settings: Settings,
    },
    /// The words to begin with.
    Way {
        /// What is to be given, in words.
        said: String,
        /// What could be written; nothing where nothing is to be sent.
        draft: Option<String>,
        /// The word of the network whose limit it keeps to.
        network: String,
        /// How long it may be, as that network counts.
        limit: Option<usize>,
        /// The page on which it can be done.
        page: Option<String>,
    },
    /// Silenced, or no longer.
    Mute {
        /// Aliases whose marks changed.
        changed: Vec<String>,
        /// Whether all may have changed.
        everywhere: bool,
    },
    /// Everything that is silenced.
    Mutes {
        /// What, with the words for it.
        mutes: Vec<MuteView>,
    },
    /// What became of the last prompts.
    Outcomes {
        /// Newest first.
        outcomes: Vec<OutcomeView>,
    },
    /// Kept.
    Draft {},
    /// The people found, best first.
    Find {
        /// As many as were asked for at most.
        people: Vec<Found>,
        /// Whether there are others.
        more: bool,
        /// A sentence where nobody was found.
        empty: Option<String>,
    },
    /// The choices.
    Settings {
        /// As they are.
        #[ts(type = "{ sites: Record<string, Mode>; discreet?: boolean }")]
        settings: Settings,
    },
    /// Chosen.
    Choose {
        /// As they are now.
        #[ts(type = "{ sites: Record<string, Mode>; discreet?: boolean }")]
        settings: Settings,
    },
    /// Hidden, or shown again.
    Discreet {
        /// Whether they are hidden now.
        on: bool,
        /// Whether all marks may have changed.
        everywhere: bool,
    },
    /// What is still to be told.
    Notices {
        /// Oldest first.
        notices: Vec<Told>,
    },
    /// It will not be told again.
    Told {},
    /// A part of the file.
    Export {
        /// Text to be written after the parts before.
        text: String,
        /// For the next ask; nothing at the end.
        next: Option<String>,
    },
    /// A part of the copy.
    Copy {
        /// Text to be written after the parts before.
        text: String,
        /// For the next ask; nothing at the end.
        next: Option<String>,
    },
    /// The store's id.
    Begun {
        /// Nothing for a store that is new, or was emptied.
        id: Option<String>,
    },
    /// The imports that can be undone.
    Imports {
        /// Newest first.
        imports: Vec<ImportView>,
    },
    /// A batch was taken back.
    Undo {
        /// Whether there is more to take back.
        more: bool,
        /// Aliases whose marks changed.
        changed: Vec<String>,
        /// What was done, once there is nothing more.
        said: Option<String>,
    },
    /// It was not done.
    Refused {
        /// What happened, what was kept, what to do.
        text: String,
    },
}
