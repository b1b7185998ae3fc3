//! What readers see: one immutable network at a time, and what was computed from it before.

mod sights;

use std::sync::Arc;

use arc_swap::ArcSwap;
use chrono::NaiveDate;
use moka::sync::Cache;
use network::affairs::acquaintances::Acquaintances;
use network::affairs::reliability;
use network::affairs::say::Places;
use network::assume::{Assumed, Assumption, Unassumable, assume};
use network::audience::Sight;
use network::coalition::{Closure, Weights};
use network::facts::{AmbitionLevel, ProgrammeLine};
use network::findings::{Finding, findings};
use network::graph::{Graph, Projection, TooLarge, Weighting, project};
use network::network::{Network, Revision};
use network::privacy::Periods;
use network::problem::Problem;
use network::snapshot::NetworkKey;
pub use network::snapshot::Snapshot;
use network::source::Confidence;
use network::table::Ix;
use network::view::{Memo, View, ViewKey};
use tokio::sync::watch;

use self::sights::Sights;

/// The current network, swapped as a whole, and results that belong to views of it. Results of older revisions fall out
/// of the caches by themselves, as nobody asks for them any more. A revision is told from others by its moment as well: a
/// database that was put back may have another one with its number.
#[derive(Debug)]
pub struct Live {
    current: ArcSwap<Snapshot>,
    revisions: watch::Sender<Revision>,
    weights: Arc<Weights>,
    periods: Periods,
    views: Cache<ViewKey, Arc<Memo>>,
    graphs: Cache<GraphKey, Arc<Graph>>,
    findings: Cache<ViewKey, Arc<[Finding]>>,
    closures: Cache<(ViewKey, Ix<ProgrammeLine>, AmbitionLevel), Arc<Closure>>,
    acquaintances: Cache<(ViewKey, NaiveDate), Arc<Acquaintances>>,
    places: Cache<GraphKey, Arc<Places>>,
    /// Networks as they were known at earlier revisions.
    earlier: Cache<NetworkKey, Earlier>,
    seen: Sights,
}

/// What tells a projection from others: the day too for that of persons, as their ties fade from day to day.
type GraphKey = (ViewKey, Projection, Weighting, Option<NaiveDate>);

fn graph_key(view: &View, projection: Projection, weighting: Weighting) -> GraphKey {
    (view.key(), projection, weighting, (projection == Projection::PersonContact).then(|| view.valid_at()))
}

/// A network as it was known earlier. It shares with the newest all that has not changed since.
#[derive(Debug, Clone)]
struct Earlier {
    network: Arc<Network>,
    n_changes: usize,
}

/// Bytes of a node or a link of a graph, and of a finding with its message: what they were measured to take, rounded up.
const GRAPH_ITEM_BYTES: usize = 64;
const FINDING_BYTES: usize = 512;

/// Bytes of an offer, blocked by a clause or not: what its parts take, rounded up.
const OFFER_BYTES: usize = 256;

/// Views whose acquaintances are kept: a desk looks at few days.
const MOST_ACQUAINTANCES: u64 = 16;

/// Projections whose ranks are kept: two a view.
const MOST_PLACES: u64 = 2 * MOST_ACQUAINTANCES;

/// Bytes that a network does not share with one that is a change away: what was measured, rounded up.
const CHANGE_BYTES: usize = 32 << 10;

/// Facts that an assumption changes, as an organisation that leaves does: what the region has, rounded up.
const ASSUMED_CHANGES: usize = 8;

/// A weight of this many bytes.
fn bytes(bytes: usize) -> u32 {
    u32::try_from(bytes).unwrap_or(u32::MAX)
}

impl Live {
    /// Starts with a network.
    ///
    /// * `cache_bytes`: what results may take in memory together, in bytes.
    #[must_use]
    pub fn new(snapshot: Snapshot, weights: Weights, cache_bytes: u64) -> Self {
        let (half, quarter) = (cache_bytes / 2, cache_bytes / 4);
        let views = Cache::builder().max_capacity(quarter).weigher(|_, memo: &Arc<Memo>| bytes(memo.weight_bytes()));
        let graphs = Cache::builder().max_capacity(quarter / 2).weigher(|_, graph: &Arc<Graph>| {
            bytes((graph.node_count() + graph.link_count()) * GRAPH_ITEM_BYTES + graph.measured_bytes())
        });
        let findings = Cache::builder()
            .max_capacity(quarter / 4)
            .weigher(|_, findings: &Arc<[Finding]>| bytes((findings.len() + 1) * FINDING_BYTES));
        let earlier =
            Cache::builder().max_capacity(half).weigher(|_, earlier: &Earlier| bytes(earlier.n_changes * CHANGE_BYTES));
        let closures = Cache::builder()
            .max_capacity(quarter / 4)
            .weigher(|_, closure: &Arc<Closure>| bytes((closure.offers().len() + 1) * OFFER_BYTES));
        Self {
            earlier: earlier.build(),
            revisions: watch::Sender::new(snapshot.network.revision()),
            current: ArcSwap::from_pointee(snapshot),
            weights: Arc::new(weights),
            periods: Periods::default(),
            views: views.build(),
            graphs: graphs.build(),
            findings: findings.build(),
            closures: closures.build(),
            acquaintances: Cache::new(MOST_ACQUAINTANCES),
            places: Cache::new(MOST_PLACES),
            seen: Sights::default(),
        }
    }

    /// The same, with other periods of retention to be told of.
    #[must_use]
    pub fn keeping(self, periods: Periods) -> Self {
        Self { periods, ..self }
    }

    /// For how long personal data is kept.
    #[must_use]
    pub fn periods(&self) -> &Periods {
        &self.periods
    }

    /// All that is known now, for who writes and follows. Who answers takes [`seen_by`](Self::seen_by).
    #[must_use]
    pub fn current(&self) -> Arc<Snapshot> {
        self.current.load_full()
    }

    /// What somebody sees of a snapshot. A request takes it once and keeps it to its end.
    ///
    /// # Errors
    /// When what they see would be no network, which no writer leaves behind.
    pub fn seen_by(&self, whole: &Arc<Snapshot>, sight: Sight) -> Result<Arc<Snapshot>, Vec<Problem>> {
        self.seen.of(whole, sight)
    }

    /// The network as it was known at a revision of a snapshot's journal, undone once.
    ///
    /// # Errors
    /// When the journal does not fit the network.
    pub fn known(&self, snapshot: &Snapshot, revision: Revision) -> Result<Arc<Network>, Arc<Vec<Problem>>> {
        if revision == snapshot.network.revision() {
            return Ok(Arc::clone(&snapshot.network));
        }
        let undo = || {
            let network = snapshot.journal.undo(&snapshot.network, revision)?.into();
            let n_changes = snapshot.journal.after(revision.number).map(|commit| commit.changes.len()).sum();
            Ok(Earlier { network, n_changes })
        };
        let key = NetworkKey { revision, ..snapshot.network.key() };
        self.earlier.try_get_with(key, undo).map(|earlier| earlier.network)
    }

    /// The network of a view with what is assumed in it, made once. It is never published, and lies beside earlier networks
    /// under a key of its own, as does all that is computed of it.
    ///
    /// # Errors
    /// What cannot be assumed.
    pub fn assumed(&self, view: &View, assumptions: &[Assumption]) -> Result<Arc<Network>, Arc<Unassumable>> {
        let make = || {
            let network = assume(view, assumptions)?.into();
            // An organisation that leaves changes many facts; each counts as a change.
            Ok(Earlier { network, n_changes: assumptions.len() * ASSUMED_CHANGES })
        };
        let key = NetworkKey { assumed: Some(Assumed::of(view, assumptions)), ..view.network().key() };
        self.earlier.try_get_with(key, make).map(|assumed| assumed.network)
    }

    /// Shows another snapshot from now on, and wakes those who wait for one. The writer alone does this.
    pub fn publish(&self, snapshot: Snapshot) {
        let revision = snapshot.network.revision();
        let forgets = snapshot.network.key().rewritten_at != self.current().network.key().rewritten_at;
        self.current.store(Arc::new(snapshot));
        if forgets {
            self.forget();
        }
        self.revisions.send_replace(revision);
    }

    /// Lets go of all that was computed. Nobody would be given it again, as it has other keys; it must not lie in memory.
    fn forget(&self) {
        self.earlier.invalidate_all();
        self.views.invalidate_all();
        self.graphs.invalidate_all();
        self.findings.invalidate_all();
        self.closures.invalidate_all();
        self.acquaintances.invalidate_all();
        self.seen.forget();
    }

    /// The newest revision, and when it becomes another one.
    #[must_use]
    pub fn revisions(&self) -> watch::Receiver<Revision> {
        self.revisions.subscribe()
    }

    /// A view of a network. What was computed for one with the same key is used again.
    #[must_use]
    pub fn view(&self, network: Arc<Network>, valid_at: NaiveDate, min_confidence: Confidence) -> View {
        let view = View::new(network, valid_at, min_confidence, self.weights.clone());
        let memo = self.views.get_with(view.key(), || Arc::new(Memo::new(view.network())));
        view.sharing(memo)
    }

    /// A projection of a view, computed once.
    ///
    /// # Errors
    /// When it would have too many links.
    pub fn graph(&self, view: &View, projection: Projection, weighting: Weighting) -> Result<Arc<Graph>, TooLarge> {
        let made = self.graphs.try_get_with(graph_key(view, projection, weighting), || {
            project(view, projection, weighting).map(Arc::new)
        });
        made.map_err(|too_large| *too_large)
    }

    /// Who knows whom in a view, computed once a day and revision.
    #[must_use]
    pub fn acquaintances(&self, view: &View) -> Arc<Acquaintances> {
        // Ties fade from day to day, so the interval of the view does not do.
        let make = || Arc::new(Acquaintances::new(view, &reliability::Weights::default()));
        self.acquaintances.get_with((view.key(), view.valid_at()), make)
    }

    /// How high nodes of a projection stand, computed once. Sharing weighs more in a small circle.
    ///
    /// # Errors
    /// When the projection would have too many links.
    pub fn places(&self, view: &View, projection: Projection) -> Result<Arc<Places>, TooLarge> {
        let weighting = Weighting::Newman;
        let make = || self.graph(view, projection, weighting).map(|graph| Arc::new(Places::new(&graph)));
        self.places.try_get_with(graph_key(view, projection, weighting), make).map_err(|too_large| *too_large)
    }

    /// The findings of a view, computed once.
    #[must_use]
    pub fn findings(&self, view: &View) -> Arc<[Finding]> {
        self.findings.get_with(view.key(), || findings(view).into())
    }
    /// What becomes of the offers on a line of a view, computed once.
    #[must_use]
    pub fn closure(&self, view: &View, line: Ix<ProgrammeLine>, level: AmbitionLevel) -> Arc<Closure> {
        let make = || Arc::new(view.coalition(line).closure(view, level));
        self.closures.get_with((view.key(), line, level), make)
    }
}
