//! From a sighting to a person, by exact keys only, and what a sighting teaches about handles.

use super::{Person, Profile};
use crate::history::Summary;

/// Whose name was seen. A permanent id beats a handle; a handle whose known id is another is somebody else.
pub fn identify<'a>(
    sighted: &Profile,
    by_id: Option<&'a Summary>,
    by_handle: Option<&'a Summary>,
) -> Option<&'a Summary> {
    by_id.or_else(|| {
        by_handle.filter(|known| !contradicts(sighted.id.as_deref(), known.id.as_deref()))
    })
}

fn contradicts(a: Option<&str>, b: Option<&str>) -> bool {
    matches!((a, b), (Some(a), Some(b)) if a != b)
}

/// Whether a sighting of handle and id says something that the store does not know yet.
pub fn teaches(sighted: &Profile, by_id: Option<&Summary>, by_handle: Option<&Summary>) -> bool {
    let (Some(handle), Some(_)) = (&sighted.handle, &sighted.id) else {
        return false;
    };
    match (by_id, by_handle) {
        (Some(known), _) => known.handle.as_ref() != Some(handle),
        (None, Some(_)) => true,
        (None, None) => false,
    }
}

/// What a sighting of a handle together with a permanent id changed.
#[derive(Clone, Debug, PartialEq)]
pub enum Met {
    /// The account of a known handle showed its id.
    Learned,
    /// A known account goes by another handle now.
    Renamed {
        /// The handle it had, where it had one.
        from: Option<String>,
    },
    /// A known handle belongs to another account now; the person who had it keeps notes and history.
    Moved,
}

/// Applies what a sighting of handle and id teaches: `by_id` is the person who has that id, `by_handle` the one who has
/// that handle, where they are two. Says what changed for whom, `true` standing for `by_id`.
pub fn meet(
    sighted: &Profile,
    by_id: Option<&mut Person>,
    by_handle: Option<&mut Person>,
) -> Vec<(bool, Met)> {
    let mut changes = Vec::new();
    let (Some(handle), Some(id)) = (&sighted.handle, &sighted.id) else {
        return changes;
    };
    let known_id = by_id.is_some();
    if let Some(person) = by_handle {
        for profile in person
            .profiles
            .iter_mut()
            .filter(|p| p.network == sighted.network && p.handle.as_ref() == Some(handle))
        {
            if !known_id && profile.id.is_none() {
                profile.id = Some(id.clone());
                changes.push((false, Met::Learned));
            } else if profile.id.as_ref() != Some(id) {
                profile.rename(None);
                changes.push((false, Met::Moved));
            }
        }
    }
    if let Some(person) = by_id {
        // The same person may have been noted by handle alone, and known by id from an archive: one profile stays.
        let by_handle_alone = person.profiles.iter().position(|p| {
            p.network == sighted.network && p.id.is_none() && p.handle.as_ref() == Some(handle)
        });
        if let Some(at) = by_handle_alone {
            person.profiles.remove(at);
        }
        for profile in person
            .profiles
            .iter_mut()
            .filter(|p| p.network == sighted.network && p.id.as_ref() == Some(id))
        {
            if profile.handle.as_ref() != Some(handle) {
                let from = profile.handle.clone();
                profile.rename(Some(handle.clone()));
                changes.push((true, Met::Renamed { from }));
            }
        }
    }
    changes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::history::summaries;
    use crate::people::Network;

    fn profile(handle: Option<&str>, id: Option<&str>) -> Profile {
        Profile::new(Network::X, handle, id).unwrap()
    }

    fn person(key: &str, handle: Option<&str>, id: Option<&str>) -> Person {
        let mut person = Person::new(key.into(), key.into(), 0);
        person.profiles.push(profile(handle, id));
        person
    }

    fn summary(p: &Person) -> Summary {
        summaries(p).next().unwrap().1
    }

    #[test]
    fn a_permanent_id_beats_a_handle() {
        let (by_id, by_handle) = (
            summary(&person("a", Some("old"), Some("1"))),
            summary(&person("b", Some("anar"), Some("2"))),
        );
        let found = identify(
            &profile(Some("anar"), Some("1")),
            Some(&by_id),
            Some(&by_handle),
        );
        assert_eq!(found.unwrap().person, "a");
    }

    #[test]
    fn a_handle_with_another_id_is_somebody_else() {
        let known = summary(&person("a", Some("anar"), Some("1")));
        assert_eq!(
            identify(&profile(Some("anar"), Some("2")), None, Some(&known)),
            None
        );
        assert!(identify(&profile(Some("anar"), None), None, Some(&known)).is_some());
    }

    #[test]
    fn an_id_is_learned_beside_a_handle() {
        let mut known = person("a", Some("anar"), None);
        assert_eq!(
            meet(&profile(Some("anar"), Some("1")), None, Some(&mut known)),
            [(false, Met::Learned)]
        );
        assert_eq!(known.profiles[0].id.as_deref(), Some("1"));
    }

    #[test]
    fn a_renamed_account_stays_the_same_person() {
        let mut known = person("a", Some("ana_r"), Some("1"));
        let met = meet(&profile(Some("anar"), Some("1")), Some(&mut known), None);
        assert_eq!(
            met,
            [(
                true,
                Met::Renamed {
                    from: Some("ana_r".into())
                }
            )]
        );
        assert_eq!(known.profiles[0].handle.as_deref(), Some("anar"));
        assert_eq!(known.profiles[0].former, ["ana_r"]);
    }

    #[test]
    fn a_handle_that_moved_leaves_its_former_owner_their_notes() {
        let mut former = person("a", Some("anar"), Some("1"));
        assert_eq!(
            meet(&profile(Some("anar"), Some("2")), None, Some(&mut former)),
            [(false, Met::Moved)]
        );
        assert_eq!(former.profiles[0].handle, None);
        assert_eq!(former.profiles[0].former, ["anar"]);
    }

    #[test]
    fn two_people_meet_at_one_handle() {
        let (mut by_id, mut by_handle) = (
            person("a", Some("ana_r"), Some("1")),
            person("b", Some("anar"), None),
        );
        let met = meet(
            &profile(Some("anar"), Some("1")),
            Some(&mut by_id),
            Some(&mut by_handle),
        );
        assert_eq!(
            met,
            [
                (false, Met::Moved),
                (
                    true,
                    Met::Renamed {
                        from: Some("ana_r".into())
                    }
                )
            ]
        );
        assert_eq!(by_handle.profiles[0].former, ["anar"]);
    }
}
