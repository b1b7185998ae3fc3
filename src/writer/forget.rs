//! Letting a database forget, whoever else uses it: servers notice, and begin anew.

use chrono::SubsecRound;
use network::change::Change;
use network::id::{FactId, PersonId};
use network::network::Revision;
use network::privacy::{
    APPLY_RETENTION, By, ERASE_PERSON, Forgetting, Forgotten, Periods, Report, erasure, find_person, pseudonym,
};
use network::snapshot::Snapshot;

use super::{TRIES, WriteError};
use crate::clock::Clock;
use crate::store::{Audit, Erasure, ErasureList, ErasureListError, Store, StoreError, Written};

/// Who lets something be forgotten, and where.
#[derive(Debug)]
pub struct Forget<'a> {
    /// Where.
    pub store: &'a Store,
    /// When.
    pub clock: &'a Clock,
    /// Who.
    pub actor: &'a str,
    /// Why; `None`: not said.
    pub reason: Option<&'a str>,
    /// Whether it is only told what would be done.
    pub is_trial: bool,
}

/// Somebody who was erased, or would be.
#[derive(Debug)]
pub struct Erased {
    /// As it is kept, so that no backup brings them back.
    pub erasure: Erasure,
    /// What was done.
    pub report: Report,
    /// What became another of the facts that are.
    pub changes: Vec<Change>,
}

/// What came of what is left to do after an erasure, which holds whatever that is.
#[derive(Debug)]
pub struct Finished {
    /// Whether nothing is left of it on the disk; `false`: it stands in the `-wal` until the next commit that can empty it.
    pub is_wiped: Result<bool, StoreError>,
    /// Whether the person is on the list; `None`: there is no list.
    pub listed: Option<Result<(), ErasureListError>>,
}

/// What a database holds now.
///
/// # Errors
/// When it does not answer, or holds no network.
pub async fn read(store: &Store) -> Result<Snapshot, WriteError> {
    let loaded = store.load().await?;
    tokio::task::spawn_blocking(|| loaded.snapshot()).await?.map_err(WriteError::Journal)
}

impl Forget<'_> {
    /// Erases the person with this key or id; `None`: there never was one. Who was erased before keeps the pseudonym: what
    /// came back of them is theirs.
    ///
    /// # Errors
    /// As [`read`]; nothing was done then.
    pub async fn erase(&self, key_or_id: &str) -> Result<Option<Erased>, WriteError> {
        let known = self.store.erasures().await?;
        self.erase_as(key_or_id, &known).await
    }

    /// Sees to it that nothing brings back who was erased: puts them on the list, and takes what is left off the disk. One
    /// does not wait for the other.
    pub async fn finish(&self, erasure: &Erasure, list: Option<&ErasureList>) -> Finished {
        let listed = list.map(|list| list.add(std::slice::from_ref(erasure)));
        Finished { is_wiped: self.store.wipe().await, listed }
    }

    /// Erases again whom others know to be erased, as after an older backup was put back; tells how many.
    ///
    /// # Errors
    /// As [`read`].
    pub async fn erase_again(&self, known: &[Erasure]) -> Result<usize, WriteError> {
        let there = self.store.erasures().await?;
        let is_missing = |known: &&Erasure| there.iter().all(|there| there.person != known.person);
        let mut n_erased = 0;
        for missing in known.iter().filter(is_missing) {
            if self.erase_as(&missing.person.to_string(), known).await?.is_none() {
                // Of whom nothing is known something may come.
                self.store.add_erasure(missing).await?;
            }
            n_erased += 1;
        }
        Ok(n_erased)
    }

    /// Takes out what is not kept any more today; `None`: nothing is over.
    ///
    /// # Errors
    /// As [`read`]; nothing was done then.
    pub async fn retain(&self, periods: &Periods) -> Result<Option<Report>, WriteError> {
        for _ in 0..TRIES {
            let snapshot = read(self.store).await?;
            let Some(over) = periods.over(&snapshot.network, self.clock.today()) else { return Ok(None) };
            if let Some(forgotten) = self.write(APPLY_RETENTION, snapshot, over, Vec::new()).await? {
                return Ok(Some(forgotten.report));
            }
        }
        Err(WriteError::Crowded)
    }

    async fn erase_as(&self, key_or_id: &str, known: &[Erasure]) -> Result<Option<Erased>, WriteError> {
        for _ in 0..TRIES {
            let snapshot = read(self.store).await?;
            let Some(person) = find_person(&snapshot, key_or_id) else { return Ok(None) };
            let known = known.iter().find(|known| known.person == person.uuid()).cloned();
            let as_known = known.unwrap_or_else(|| self.new_erasure(person));
            let erasures =
                [Some(as_known.clone()), self.of_key(&snapshot, person, &as_known)].into_iter().flatten().collect();
            let Some(forgetting) = erasure(&snapshot, person, as_known.pseudonym.clone()) else { return Ok(None) };
            if let Some(forgotten) = self.write(ERASE_PERSON, snapshot, forgetting, erasures).await? {
                let Forgotten { report, changes, .. } = forgotten;
                return Ok(Some(Erased { erasure: as_known, report, changes }));
            }
        }
        Err(WriteError::Crowded)
    }

    fn new_erasure(&self, person: PersonId) -> Erasure {
        let pseudonym = pseudonym(self.clock.new_id());
        Erasure { person: person.uuid(), pseudonym, erased_on: self.clock.today() }
    }

    /// Of a person whose id does not follow from their key the id that does: a file that tells of them by that key does not bring
    /// them back either.
    fn of_key(&self, snapshot: &Snapshot, person: PersonId, erasure: &Erasure) -> Option<Erasure> {
        let persons = &snapshot.network.persons;
        let key = &persons.get(persons.by_id(person)?).slug;
        let of_key = PersonId::from_key(key);
        (of_key != person && *key != erasure.pseudonym).then(|| self.new_erasure(of_key))
    }

    /// Writes it, unless it is a trial; `None`: somebody else was first.
    async fn write(
        &self,
        command: &'static str,
        snapshot: Snapshot,
        forgetting: Forgetting,
        erasures: Vec<Erasure>,
    ) -> Result<Option<Forgotten>, WriteError> {
        let before = snapshot.network.revision().number;
        let revision = Revision { number: before + 1, recorded_at: self.clock.now().trunc_subsecs(6) };
        let (actor, reason) = (self.actor.to_owned(), self.reason.map(ToOwned::to_owned));
        let by = By { revision, actor: actor.clone(), command, reason };
        let forgotten = tokio::task::spawn_blocking(move || forgetting.forget(&snapshot, by)).await?;
        let forgotten = forgotten.map_err(WriteError::Journal)?;
        if self.is_trial {
            return Ok(Some(forgotten));
        }
        let scope = erasures.first().map_or_else(String::new, |erasure| erasure.person.to_string());
        let id = self.clock.new_id();
        let noted = Audit { id, at: revision.recorded_at, actor, action: command, scope, sha256: None };
        let written = self.store.forget(before, &forgotten, &erasures, &noted).await?;
        Ok((written != Written::MovedOn).then_some(forgotten))
    }
}
