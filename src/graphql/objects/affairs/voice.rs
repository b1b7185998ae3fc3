//! Reach through representation: who is heard where, and through whom.

use std::sync::Arc;

use async_graphql::{Context, ID, Object};
use network::affairs::representation::{self, Basis, Step, Voice, VoiceKind, Voices};
use network::facts;
use network::node::NodeIx;
use network::view::View;

use crate::graphql::codes::Code;
use crate::graphql::error::ApiError;
use crate::graphql::global_id;
use crate::graphql::objects::citation::{self, Citation};
use crate::graphql::objects::node::Node;
use crate::graphql::objects::{Organisation, Person};
use crate::graphql::page::list;
use crate::graphql::scalars::int;

/// Where somebody is to be heard: an organisation or a body, that of a target, or where a person sits and works. What is
/// not there, and what the viewer may not see, is told in the same words.
pub(super) fn places(view: &View, name: &str, id: &ID) -> Result<Vec<NodeIx>, ApiError> {
    let network = view.network();
    if let Some(target) = global_id::read::<facts::Target>(id).and_then(|id| network.targets.by_id(id)) {
        return Ok(representation::places_of_target(view, network.targets.get(target)));
    }
    let node = global_id::decode(network, id).filter(|node| view.sees(*node).is_some());
    match node {
        Some(NodeIx::Person(ix)) => Ok(representation::places_of(view, ix)),
        Some(node @ (NodeIx::Organisation(_) | NodeIx::Body(_))) => Ok(vec![node]),
        _ => Err(ApiError::bad_user_input(
            format!("{name}: er is geen persoon, organisatie, orgaan of doelwit met deze id"),
            format!("{name}: there is no person, organisation, body or target with this id"),
        )),
    }
}

/// Which partners are heard somewhere.
pub struct RepresentationReach {
    view: Arc<View>,
    voices: Voices,
}

impl RepresentationReach {
    pub(super) fn new(view: &Arc<View>, places: &[NodeIx]) -> Self {
        Self { view: view.clone(), voices: representation::voices(view, places) }
    }
}

/// Which partners are heard somewhere, through whom, and which are not, rule R20 (bereik via vertegenwoordiging).
#[Object(serial)]
impl RepresentationReach {
    /// Partners that are heard, in Dutch order of their names; as many as a list without pages holds.
    async fn heard(&self, ctx: &Context<'_>) -> Result<Vec<PartnerVoice>, ApiError> {
        let voice = |voice: &Voice| PartnerVoice { view: self.view.clone(), voice: voice.clone() };
        list(ctx, self.voices.heard.iter().map(voice))
    }

    /// Partners that are not heard, not even through four others, in the same order; as many as a list without pages holds.
    async fn unheard(&self, ctx: &Context<'_>) -> Result<Vec<Organisation>, ApiError> {
        list(ctx, self.voices.unheard.iter().map(|ix| Organisation::new(&self.view, *ix)))
    }
}

/// How a partner is heard.
pub struct PartnerVoice {
    view: Arc<View>,
    voice: Voice,
}

/// How a partner is heard (spreekbuis).
#[Object(serial)]
impl PartnerVoice {
    /// Which partner.
    async fn partner(&self) -> Organisation {
        Organisation::new(&self.view, self.voice.partner)
    }

    /// How many steps it takes, from 1 to 4; 1: it has a voice of its own.
    async fn length(&self) -> i32 {
        int(self.voice.ways.first().map_or(0, Vec::len))
    }

    /// The shortest ways, at most 5.
    async fn ways(&self) -> Vec<VoiceWay> {
        self.voice.ways.iter().map(|steps| VoiceWay { view: self.view.clone(), steps: steps.clone() }).collect()
    }
}

/// One way to be heard.
pub struct VoiceWay {
    view: Arc<View>,
    steps: Vec<Step>,
}

/// One way to be heard.
#[Object(serial)]
impl VoiceWay {
    /// Its steps in order: from the partner to where it is heard.
    async fn steps(&self) -> Vec<VoiceStep> {
        self.steps.iter().map(|step| VoiceStep { view: self.view.clone(), step: *step }).collect()
    }
}

/// One step of a way to be heard.
pub struct VoiceStep {
    view: Arc<View>,
    step: Step,
}

/// One step: who passes on a word to whom (stap).
#[Object(serial)]
impl VoiceStep {
    /// How.
    async fn kind(&self) -> Code<VoiceKind> {
        Code(self.step.kind)
    }

    /// Who has something to say.
    async fn from(&self) -> Node {
        Node::new(&self.view, self.step.from)
    }

    /// Who says it then, or where it is heard.
    async fn to(&self) -> Node {
        Node::new(&self.view, self.step.to)
    }

    /// Who holds the seat on which it rests; null: another kind of step, or nobody in particular.
    async fn person(&self) -> Option<Person> {
        let network = self.view.network();
        let Basis::Seat(seat) = self.step.basis else { return None };
        let ix = network.persons.by_id(network.seats.get(seat).holder?)?;
        self.view.sees(ix).map(|_| Person::new(&self.view, ix))
    }

    /// On whose word.
    async fn sources(&self) -> Vec<Citation<'_>> {
        let network = self.view.network();
        match self.step.basis {
            Basis::Seat(ix) => citation::of(network, network.seats.get(ix)),
            Basis::Relation(ix) => citation::of(network, network.relations.get(ix)),
            Basis::Membership(ix) => citation::of(network, network.group_memberships.get(ix)),
            Basis::Partnership(ix) => citation::of(network, network.partnerships.get(ix)),
            Basis::Organisation(ix) => citation::of(network, network.organisations.get(ix)),
            Basis::Body(ix) => citation::of(network, network.bodies.get(ix)),
        }
    }
}
