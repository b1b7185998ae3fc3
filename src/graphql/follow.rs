//! Following: a subscription is a question that is asked again whenever the network has become another.
//!
//! Nothing is kept for a client that is slow. When it has taken one event it is told, in one, all that happened since;
//! each event passes gate, pin and budget as a request of its own.

use std::sync::Arc;
use std::time::Duration;

use async_graphql::parser::types::{ExecutableDocument, OperationDefinition, OperationType, Selection};
use async_graphql::{Positioned, Value, Variables};
use futures_util::stream::{self, BoxStream};
use futures_util::{FutureExt, StreamExt};
use network::audience::Sight;
use network::network::Revision;
use tokio::sync::watch;
use tokio::time::timeout;

use super::answer::Answer;
use super::error::Code;
use super::executor::{Api, ApiRequest, our_error, refused};
use super::guard::{Checked, Refusal};
use super::reader::Reader;
use super::subscription::Followed;
use super::viewer::Asker;

/// How often those whom nothing is told are asked again who they are.
const ASKED_EVERY: Duration = Duration::from_secs(5);

/// The answers to a request, as they come.
pub struct Answers {
    /// One to a query or a mutation; one for each change to a subscription.
    pub stream: BoxStream<'static, Answer>,
    /// Whether they go on until somebody ends them. Others are worth waiting for when the server stops.
    pub last: bool,
}

impl From<Answer> for Answers {
    fn from(only: Answer) -> Self {
        Self { stream: stream::once(std::future::ready(only)).boxed(), last: false }
    }
}

impl Api {
    /// Checks a request of any kind, and gives its answers as they come: one to a query or a mutation; one for each
    /// change to a subscription, until an answer has no data or the server ends.
    ///
    /// * `asker`: who asks. They are let in anew for each answer, so that a token that was taken back shows nothing more.
    ///
    /// # Errors
    /// The answer that says why nothing is executed.
    pub fn answers(self: &Arc<Self>, request: ApiRequest, asker: Asker) -> Result<Answers, Answer> {
        let checked = self.check(&request)?;
        let api = Arc::clone(self);
        if checked.operation != OperationType::Subscription {
            let answer = async move {
                let told = api.tell(&request, &checked, &asker, Followed::default()).await;
                told.map_or_else(|refused| refused, |(answer, _)| answer.unwrap_or_default())
            };
            return Ok(Answers { stream: stream::once(answer).boxed(), last: false });
        }
        let operation = chosen(&checked.document, request.operation_name.as_deref());
        operation.map_or(Ok(()), hold_root).map_err(|refusal| refused(refusal, request.language))?;
        let since = operation.and_then(|operation| since(&operation.node, &request.variables));
        let revisions = self.pin.revisions();
        let following = Following { api, request, checked, asker, since, revisions, followed: Followed::default() };
        let stream = stream::unfold(Some(following), |following| async { following?.next().await }.boxed());
        Ok(Answers { stream: stream.boxed(), last: true })
    }

    /// Executes once, for whoever the asker is now and on what is pinned now. Tells up to where that followed, too.
    async fn tell(
        &self,
        request: &ApiRequest,
        checked: &Checked,
        asker: &Asker,
        followed: Followed,
    ) -> Result<(Option<Answer>, Followed), Answer> {
        let viewer = asker.admit().await.map_err(|error| our_error(&error, request.language))?;
        let mut prepared = self.stand(ApiRequest { viewer, ..request.clone() }, checked.clone())?;
        let looked = Reader::among(&prepared.pinned.data).map(Followed::by).unwrap_or_default();
        prepared.pinned.data.insert(followed);
        Ok((self.outcome(prepared).await, looked))
    }
}

/// A subscription between two events.
struct Following {
    api: Arc<Api>,
    request: ApiRequest,
    checked: Checked,
    asker: Asker,
    /// A revision that the client knows of, until it was waited for.
    since: Option<i64>,
    revisions: Option<watch::Receiver<Revision>>,
    followed: Followed,
}

impl Following {
    /// The next answer, and what comes after it; `None` at the end.
    async fn next(mut self) -> Option<(Answer, Option<Self>)> {
        if let Some(since) = self.since.take() {
            // Another server may have been faster. When it does not come, the resolver says which revisions there are.
            let _ = self.api.pin.reach(since).await;
        }
        loop {
            if let Some(told) = self.followed.looked_at {
                // What was published while the last answer was on its way is waited for no longer.
                let published = self.revisions.as_mut()?.wait_for(|newest| *newest != told);
                // Whether there is another one; nobody will publish any more when not.
                match timeout(ASKED_EVERY, published).await.map(|published| published.is_ok()) {
                    Ok(true) => {}
                    Ok(false) => return None,
                    Err(_) => match self.sight().await {
                        Err(refused) => return Some((refused, None)),
                        Ok(sight) if sight == self.followed.sight => continue,
                        // What they see became more or less without a revision: a day began, or they may do other things.
                        Ok(_) => {}
                    },
                }
            }
            let followed = std::mem::take(&mut self.followed);
            match self.api.tell(&self.request, &self.checked, &self.asker, followed).await {
                Err(refused) => return Some((refused, None)),
                // An event that was lost must not look like one that never was: the client comes again with `since`.
                Ok((Some(failed), _)) if failed.data.is_none() => return Some((failed, None)),
                Ok((answer, followed)) => {
                    // Without a network there is nothing to wait for.
                    let goes_on = followed.before.is_some();
                    self.followed = followed;
                    match answer {
                        Some(answer) => return Some((answer, goes_on.then_some(self))),
                        None if goes_on => {}
                        None => return None,
                    }
                }
            }
        }
    }

    /// What the asker may see now. A gate that cannot tell ends nothing.
    ///
    /// # Errors
    /// The answer that says that the asker is known no longer.
    async fn sight(&self) -> Result<Option<Sight>, Answer> {
        let viewer = match self.asker.admit().await {
            Ok(viewer) => viewer,
            Err(error) if error.code() == Code::Unauthenticated => {
                return Err(our_error(&error, self.request.language));
            }
            Err(_) => return Ok(self.followed.sight),
        };
        let pinned = self.api.pin.pin(&ApiRequest { viewer, ..self.request.clone() });
        Ok(pinned.ok().and_then(|pinned| Reader::among(&pinned.data).map(Reader::sight)).or(self.followed.sight))
    }
}

/// The operation of a document that is to be executed.
fn chosen<'a>(document: &'a ExecutableDocument, name: Option<&str>) -> Option<&'a Positioned<OperationDefinition>> {
    let mut operations = document.operations.iter();
    operations.find(|(own, _)| name.is_none() || own.map(|own| own.as_str()) == name).map(|(_, operation)| operation)
}

/// The revision since which the client wants to follow, if it says one.
fn since(operation: &OperationDefinition, variables: &Variables) -> Option<i64> {
    let Selection::Field(field) = &operation.selection_set.node.items.first()?.node else { return None };
    let since = field.node.get_argument("since")?.node.clone();
    let since = since.into_const_with(|name| {
        let definitions = &operation.variable_definitions;
        let default = || definitions.iter().find(|one| one.node.name.node == name)?.node.default_value.as_ref();
        variables.get(&name).or_else(|| default().map(|default| &default.node)).cloned().ok_or(())
    });
    match since {
        Ok(Value::Number(since)) => since.as_i64(),
        _ => None,
    }
}

/// One field at the root, and nothing else, as GraphQL asks of subscriptions. The engine would follow several side by
/// side, and pass over fragments and directives in silence.
fn hold_root(operation: &Positioned<OperationDefinition>) -> Result<(), Refusal> {
    let is_one_field = match &*operation.node.selection_set.node.items {
        [only] => matches!(&only.node, Selection::Field(field)
            if field.node.directives.is_empty() && !field.node.name.node.starts_with("__")),
        _ => false,
    };
    if is_one_field {
        return Ok(());
    }
    let message = "A subscription has exactly one field at its root, without fragments and directives.";
    Err(Refusal::new(Code::GraphqlValidationFailed, message).at(operation.pos))
}
