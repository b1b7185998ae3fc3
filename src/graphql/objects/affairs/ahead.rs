//! Decisions that are ahead: when a target can still be moved.

use std::sync::Arc;

use async_graphql::Object;
use network::affairs::ahead::{StageAhead, Unplanned, unplanned};
use network::affairs::schedule::StageWindows;
use network::facts::StageKind;
use network::view::View;

use crate::graphql::codes::Code;
use crate::graphql::objects::{DecisionMoment, DecisionStage, Target};
use crate::graphql::scalars::Date;

/// A stage of a decision that is ahead.
pub struct DecisionWindow {
    view: Arc<View>,
    stage: StageAhead,
}

impl DecisionWindow {
    pub(super) fn new(view: &Arc<View>, stage: StageAhead) -> Self {
        Self { view: view.clone(), stage }
    }
}

/// The days on which talking helps with a stage of a decision (beïnvloedingsvenster).
#[Object(serial)]
impl DecisionWindow {
    /// Which decision.
    async fn decision_moment(&self) -> DecisionMoment {
        DecisionMoment::new(&self.view, self.stage.moment)
    }

    /// Which of its stages; null: the decision itself, of which no stage says when the body takes it.
    async fn stage(&self) -> Option<DecisionStage> {
        self.stage.stage.map(|ix| DecisionStage::new(&self.view, ix))
    }

    /// What happens.
    async fn kind(&self) -> Code<StageKind> {
        Code(self.stage.kind)
    }

    /// The day of the stage; the first that it may mean.
    async fn day(&self) -> Date {
        Date(self.stage.day)
    }

    /// The first day on which talking helps.
    async fn first(&self) -> Date {
        Date(self.stage.window.first())
    }

    /// The last day on which talking helps.
    async fn last(&self) -> Date {
        Date(self.stage.window.last())
    }
}

/// A target without contact when it can be moved.
pub struct OpenTarget {
    view: Arc<View>,
    open: Unplanned,
}

impl OpenTarget {
    /// All of a view.
    pub(super) fn list(view: &Arc<View>) -> Vec<Self> {
        let found = unplanned(view, &StageWindows::default());
        found.into_iter().map(|open| Self { view: view.clone(), open }).collect()
    }
}

/// A target that can be moved on the day, and with whom nobody has had contact or plans any on the days on which it helps
/// (doelwit zonder gepland contact).
#[Object(serial)]
impl OpenTarget {
    /// Which target.
    async fn target(&self) -> Target {
        Target::new(&self.view, self.open.target)
    }

    /// On which days it helps, and with what.
    async fn window(&self) -> DecisionWindow {
        DecisionWindow::new(&self.view, self.open.stage)
    }
}
