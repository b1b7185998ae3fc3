//! Whatever is asked of the writer, in whatever order: what the database holds is what readers see.

use std::sync::Arc;

use drieklank::clock::Clock;
use drieklank::live::Live;
use drieklank::writer::{Outcome, Wish, Writer};
use network::audience::Sight;
use network::coalition::Weights;
use network::facts::*;
use network::id::{CommitmentId, FactId, InitiativeId, OrganisationId};
use network::network::Network;
use network::plan::{Act, Command, Draft, Source, Target};
use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::{Place, noon, sorted, zwolle};

/// How many commands on both databases together: `DRIEKLANK_COMMANDS`, which `.ci/run` sets to 10,000.
fn n_commands() -> usize {
    std::env::var("DRIEKLANK_COMMANDS").map_or(400, |text| text.parse().expect("DRIEKLANK_COMMANDS is a number"))
}

/// After how many commands everything is read and compared.
const COMPARE_EVERY: usize = 40;

struct Random {
    random: fastrand::Rng,
    clock: Clock,
}

impl Random {
    fn below(&mut self, n: usize) -> usize {
        self.random.usize(0..n.max(1))
    }

    /// Any fact of the network.
    fn target(&mut self, network: &Network) -> Target {
        let mut targets = Vec::new();
        macro_rules! nouns {
            ($($noun:ident $fact:ident,)*) => {
                $(targets.extend(network.$noun.iter().map(|(_, row)| Target { noun: $fact::NOUN, id: row.id().uuid() }));)*
            };
        }
        network::for_each_noun!(nouns);
        targets[self.below(targets.len())]
    }

    fn draft<T: Fact + serde::de::DeserializeOwned + Into<network::any_fact::AnyFact>>(
        &mut self,
        fields: Value,
    ) -> Draft {
        let id = self.clock.new_id();
        let mut fields = fields;
        for (name, value) in
            [("id", json!(id)), (T::KEY_FIELD, json!(id)), ("source", json!("")), ("confidence", json!("HIGH"))]
        {
            fields[name] = value;
        }
        let fact: T = serde_json::from_value(fields).unwrap();
        Draft { fact: fact.into(), path: Vec::new() }
    }

    fn organisation(&mut self, network: &Network) -> Uuid {
        let at = self.below(network.organisations.len());
        network.organisations.iter().nth(at).map_or(Uuid::nil(), |(_, row)| row.id.uuid())
    }

    fn commitment(&mut self, network: &Network) -> CommitmentId {
        let at = self.below(network.commitments.len());
        network.commitments.iter().nth(at).map_or(CommitmentId::from_key("none"), |(_, row)| row.id)
    }

    /// Something that belongs to an organisation.
    fn belonging(&mut self, network: &Network, date: &str) -> Draft {
        let organisation = self.organisation(network);
        let value = format!("{}", self.below(1_000));
        match self.below(6) {
            0 => self.draft::<Name>(
                json!({ "organisation": organisation, "name": value, "language": "NL", "kind": "ALIAS", "since": date }),
            ),
            1 => self.draft::<Identifier>(json!({ "organisation": organisation, "scheme": "KVK", "value": value })),
            2 => self.draft::<Contact>(json!({ "organisation": organisation, "kind": "PHONE", "value": value })),
            3 => self.draft::<MunicipalityStatistics>(json!({ "organisation": organisation, "area_km2": value })),
            4 => {
                let group = network.stakeholder_groups.iter().next().map_or(Uuid::nil(), |(_, row)| row.id.uuid());
                self.draft::<GroupMembership>(json!({ "organisation": organisation, "group": group, "since": date }))
            }
            _ => {
                let condition = json!({ "any": [{ "includes": organisation }, { "parties": { "atLeast": 2 } }] });
                let line = network.programme_lines.iter().next().map_or(Uuid::nil(), |(_, row)| row.id.uuid());
                let fields = json!({ "organisation": self.organisation(network), "programme_line": line,
                    "status": "INTENDED", "condition": condition.to_string() });
                self.draft::<Commitment>(fields)
            }
        }
    }

    /// Of what an initiative is a part, or a goal that it serves.
    fn placed(&mut self, network: &Network) -> Act {
        let at = self.below(network.initiatives.len());
        let initiative = network.initiatives.iter().nth(at).map_or(InitiativeId::from_key("none"), |(_, row)| row.id);
        if self.below(2) == 0 {
            let agreement = network.agreements.iter().next().map_or(Uuid::nil(), |(_, row)| row.id.uuid());
            let goal = self.draft::<Goal>(json!({ "agreement": agreement, "text_nl": "Doel" }));
            return Act::SetGoal { goal: vec![goal], served_by: vec![initiative] };
        }
        let n_lines = 1 + self.below(2);
        let lines = network.programme_lines.iter().take(n_lines);
        let places = lines.map(|(_, line)| {
            self.draft::<InitiativePart>(
                json!({ "initiative": initiative, "programme_line": line.id, "share_pct": (100 / n_lines).to_string() }),
            )
        });
        Act::Place { initiative, places: places.collect() }
    }

    fn act(&mut self, network: &Network) -> Act {
        let date = ["2024", "2024-03", "2024-02-14~", "2023-07/2024-01~", "[2022..2023]"][self.below(5)];
        match self.below(13) {
            0 => Act::Record(vec![self.draft::<Organisation>(
                json!({ "name_nl": "Stad", "kind": "MUNICIPALITY", "helix": "GOVERNMENT", "since": date }),
            )]),
            1 => Act::Record(vec![self.draft::<Person>(json!({ "name": "Iemand" }))]),
            2 | 3 => {
                let organisation = self.organisation(network);
                let line = network.programme_lines.iter().next().map_or(Uuid::nil(), |(_, row)| row.id.uuid());
                let commitment = self.draft::<Commitment>(
                    json!({ "organisation": organisation, "programme_line": line, "status": "PLEDGED", "since": date }),
                );
                let of = commitment.fact.uuid();
                let contribution = self.draft::<Contribution>(
                    json!({ "commitment": of, "kind": "BUDGET", "amount": "1.10", "unit": "EUR", "minimum": false }),
                );
                Act::Record(vec![commitment, contribution])
            }
            4 => {
                let body = network.bodies.iter().next().map_or(Uuid::nil(), |(_, row)| row.id.uuid());
                let (one, other) = (self.organisation(network), self.organisation(network));
                Act::Record(vec![self.draft::<Seat>(
                    json!({ "body": body, "role": "MEMBER", "on_behalf_of": format!("{one};{other}"), "since": date }),
                )])
            }
            5 | 6 => {
                let field = ["note", "since", "until", "on_behalf_of", "name_nl", "confidence"][self.below(6)];
                let organisation = self.organisation(network);
                let value = match field {
                    "on_behalf_of" => json!(organisation),
                    "confidence" => json!("LOW"),
                    "note" | "name_nl" => json!(format!("Naam {}; \"'é", self.below(9))),
                    _ => [json!(date), Value::Null][self.below(2)].clone(),
                };
                Act::Correct { target: self.target(network), set: Map::from_iter([(field.to_owned(), value)]) }
            }
            7 => Act::Remove(self.target(network)),
            8 => {
                let [one, other] = [self.organisation(network), self.organisation(network)];
                let (duplicate, into) = (OrganisationId::from_uuid(one), OrganisationId::from_uuid(other));
                Act::Merge { duplicate, into }
            }
            9 => Act::Record(vec![self.belonging(network, date)]),
            10 => self.placed(network),
            11 => Act::Realise { commitment: self.commitment(network), on: date.parse().unwrap() },
            _ => Act::Withdraw { commitment: self.commitment(network), until: date.parse().unwrap() },
        }
    }
}

async fn what_is_stored_is_what_is_seen(place: Place, n_commands: usize) {
    let store = place.open().await;
    store.fill(&zwolle(), "regio-zwolle", noon()).await.unwrap();
    let snapshot = store.load().await.unwrap().snapshot().unwrap();
    let live = Arc::new(Live::new(snapshot, Weights::default(), 1 << 20));
    let clock = Clock::fixed(noon());
    let writer = Writer::new(store.clone(), live.clone(), clock.clone(), true);
    let mut random = Random { random: fastrand::Rng::with_seed(7), clock };
    let (mut n_done, mut n_refused) = (0, 0);
    for at in 1..=n_commands {
        let act = random.act(&live.current().network);
        let source = Some(Source { title: "drill".into(), locator: None, url: None });
        let wish = Wish {
            command: Command { act, source, if_revision: None },
            verb: "drill",
            actor: "desk".into(),
            sight: Sight::Public,
            reason: None,
            idempotency: None,
        };
        match writer.write(wish).await.unwrap() {
            Outcome::Done(_) => n_done += 1,
            Outcome::Refused(rejections) => {
                assert!(!rejections.is_empty());
                n_refused += 1;
            }
        }
        if at % COMPARE_EVERY == 0 || at == n_commands {
            let loaded = store.load().await.unwrap();
            let seen = live.current();
            assert_eq!(network::network::Revision::from(loaded.revision), seen.network.revision(), "after {at}");
            assert!(loaded.commits.iter().eq(seen.journal.commits().map(|commit| &**commit)), "after {at}");
            assert_eq!(sorted(loaded.facts), sorted(seen.network.facts()), "after {at}");
        }
    }
    assert!(n_done * 3 > n_commands && n_refused * 20 > n_commands, "{n_done} done, {n_refused} refused");
    // And undone: what was known at the beginning is what was filled.
    let seen = live.current();
    let first = seen.journal.commits().next().unwrap().revision;
    assert_eq!(sorted(seen.journal.undo(&seen.network, first).unwrap().facts()), sorted(zwolle()));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_stored_is_what_is_seen_on_sqlite() {
    what_is_stored_is_what_is_seen(Place::sqlite().await, n_commands() - n_commands() / 4).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_stored_is_what_is_seen_on_postgres() {
    what_is_stored_is_what_is_seen(Place::postgres().await, n_commands() / 4).await;
}
