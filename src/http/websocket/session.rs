//! One WebSocket from its opening to its end.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use futures_util::stream::{self, AbortHandle, BoxStream, SelectAll, abortable};
use futures_util::{SinkExt, StreamExt};
use network::facts::Language;
use poem::web::websocket::{Message, WebSocketStream};
use serde_json::{Map, Value};
use tokio::time::{sleep, timeout};

use super::super::body::Posted;
use super::super::lasting::Lasting;
use super::super::settings::Connections;
use super::super::{graphql::refused, who};
use super::closing::Closing;
use super::message::{Incoming, Outgoing};
use crate::graphql::answer::Answer;
use crate::graphql::error::{ApiError, Code};
use crate::graphql::executor::{Api, ApiRequest, our_error};
use crate::graphql::follow::Answers;
use crate::graphql::viewer::{Asker, Gate};

/// How long the other side may take to close, after we said that we do.
const FAREWELL: Duration = Duration::from_secs(1);

/// An answer with the id of its operation; `None`: there are no more.
type Told = (String, Option<Answer>);

/// An operation that goes on.
struct Operation {
    handle: AbortHandle,
    lasts: bool,
}

/// One WebSocket. All of it runs in one task: while a message is on its way to a slow client, nothing else is made for it.
pub(super) struct Session {
    socket: WebSocketStream,
    api: Arc<Api>,
    gate: Arc<dyn Gate>,
    language: Language,
    /// What the request for the WebSocket said about who asks.
    authorization: Option<String>,
    limits: Connections,
    /// Who asks; `None` until they said so.
    asker: Option<Asker>,
    operations: HashMap<String, Operation>,
    answers: SelectAll<BoxStream<'static, Told>>,
}

impl Session {
    /// A WebSocket that was just opened.
    pub(super) fn new(
        socket: WebSocketStream,
        api: Arc<Api>,
        gate: Arc<dyn Gate>,
        language: Language,
        authorization: Option<String>,
        limits: Connections,
    ) -> Self {
        let (operations, answers) = (HashMap::new(), SelectAll::new());
        Self { socket, api, gate, language, authorization, limits, asker: None, operations, answers }
    }

    /// Talks until one of both sides ends it, or the server stops.
    ///
    /// * `speaks_it`: whether the client offered our protocol.
    pub(super) async fn run(mut self, speaks_it: bool, mut lasting: Lasting) {
        let closing = if speaks_it {
            tokio::select! {
                () = lasting.stopped() => {
                    self.finish().await;
                    Closing::STOPPING
                }
                closing = self.talk() => closing,
            }
        } else {
            Closing::OTHER_PROTOCOL
        };
        // First, so that nothing is executed any more.
        self.answers.clear();
        let farewell = async {
            if let Some(frame) = closing.frame() {
                let _ = self.socket.send(frame).await;
            }
            // Closing with unread bytes would reset the connection, and the client might never see why.
            while let Some(Ok(_)) = self.socket.next().await {}
        };
        let _ = timeout(FAREWELL, farewell).await;
    }

    /// Talks, and tells why that ended.
    async fn talk(&mut self) -> Closing {
        let deadline = sleep(Duration::from_secs(self.limits.init_secs));
        tokio::pin!(deadline);
        let between_pings = Duration::from_secs(self.limits.keep_alive_secs.max(1));
        let ping = sleep(between_pings);
        tokio::pin!(ping);
        // Whether anything was heard since the last ping; any client answers one.
        let mut was_heard = true;
        loop {
            let done = tokio::select! {
                message = self.socket.next() => {
                    was_heard = true;
                    match message {
                        Some(Ok(message)) => self.take(message).await,
                        Some(Err(error)) => Err(Closing::unreadable(&error)),
                        None => Err(Closing::Gone),
                    }
                }
                Some(told) = self.answers.next(), if !self.answers.is_empty() => self.tell(told).await,
                () = &mut deadline, if self.asker.is_none() => Err(Closing::INIT_TIMEOUT),
                () = &mut ping => {
                    ping.set(sleep(between_pings));
                    if std::mem::replace(&mut was_heard, false) {
                        self.send_frame(Message::Ping(Vec::new())).await
                    } else {
                        Err(Closing::Gone)
                    }
                }
            };
            if let Err(closing) = done {
                return closing;
            }
        }
    }

    /// Takes a message.
    async fn take(&mut self, message: Message) -> Result<(), Closing> {
        let text = match message {
            Message::Text(text) => text,
            Message::Binary(_) => return Err(Closing::bad_message("Messages are text")),
            // The library below answers those.
            Message::Ping(_) | Message::Pong(_) => return Ok(()),
            Message::Close(_) => return Err(Closing::Gone),
        };
        match Incoming::read(&text)? {
            Incoming::ConnectionInit { payload } => self.begin(payload.as_ref()).await,
            Incoming::Ping { payload } => self.send(&Outgoing::Pong { payload }).await,
            Incoming::Pong {} => Ok(()),
            Incoming::Subscribe { id, payload } => self.subscribe(id, payload).await,
            Incoming::Complete { id } => {
                self.forget(&id);
                Ok(())
            }
        }
    }

    /// Lets the client in, or not.
    async fn begin(&mut self, payload: Option<&Map<String, Value>>) -> Result<(), Closing> {
        if self.asker.is_some() {
            return Err(Closing::SECOND_INIT);
        }
        // Browsers cannot send the header with a WebSocket, so the payload goes first.
        let by_payload = payload.into_iter().flatten().find(|(key, _)| key.eq_ignore_ascii_case("authorization"));
        let said = match by_payload {
            Some((_, value)) => Some(value.as_str().unwrap_or_default()),
            None => self.authorization.as_deref(),
        };
        let asker = said.map(who::token).transpose().map(|bearer| {
            let bearer = bearer.map(ToOwned::to_owned);
            Asker::new(Arc::clone(&self.gate), bearer)
        });
        let asker = asker.map_err(|error| outside(&error, self.language))?;
        asker.admit().await.map_err(|error| outside(&error, self.language))?;
        self.asker = Some(asker);
        self.send(&Outgoing::ConnectionAck).await
    }

    /// Begins an operation.
    async fn subscribe(&mut self, id: String, payload: Posted) -> Result<(), Closing> {
        let Some(asker) = self.asker.clone() else { return Err(Closing::UNAUTHORIZED) };
        if self.operations.contains_key(&id) {
            return Err(Closing::id_in_use(&id));
        }
        let most = self.limits.operations;
        if self.operations.len() >= most {
            let message = format!("A WebSocket has at most {most} operations at the same time; complete one first.");
            let Answer { errors, .. } = refused(Code::TooManyRequests, &message);
            return self.send(&Outgoing::Error { id: &id, payload: &errors }).await;
        }
        let request = ApiRequest { language: self.language, ..payload.into() };
        let answers = self.api.answers(request, asker).unwrap_or_else(Answers::from);
        let lasts = answers.last;
        let name = id.clone();
        let told = answers.stream.map(Some).chain(stream::once(std::future::ready(None)));
        let (told, handle) = abortable(told.map(move |answer| (name.clone(), answer)));
        self.operations.insert(id, Operation { handle, lasts });
        self.answers.push(told.boxed());
        Ok(())
    }

    /// Ends an operation, if there is one with this id: it tells nothing more.
    fn forget(&mut self, id: &str) {
        if let Some(operation) = self.operations.remove(id) {
            operation.handle.abort();
        }
    }

    /// Ends what lasts, and lets queries and mutations come to their end.
    async fn finish(&mut self) {
        for operation in self.operations.values().filter(|operation| operation.lasts) {
            operation.handle.abort();
        }
        while let Some(told) = self.answers.next().await {
            if self.tell(told).await.is_err() {
                return;
            }
        }
    }

    /// Tells what came of an operation.
    async fn tell(&mut self, (id, answer): Told) -> Result<(), Closing> {
        match answer {
            None => {
                self.forget(&id);
                self.send(&Outgoing::Complete { id: &id }).await
            }
            Some(failed) if failed.data.is_none() => {
                self.forget(&id);
                self.send(&Outgoing::Error { id: &id, payload: &failed.errors }).await
            }
            Some(answer) => self.send(&Outgoing::Next { id: &id, payload: &answer }).await,
        }
    }

    async fn send(&mut self, message: &Outgoing<'_>) -> Result<(), Closing> {
        // Only a map whose keys are no strings could not be written, and answers have none.
        let text = serde_json::to_string(message).map_err(|error| Closing::internal(error.to_string()))?;
        self.send_frame(Message::Text(text)).await
    }

    /// Waits until the system has taken it, so that nothing piles up for a client that is slow.
    async fn send_frame(&mut self, frame: Message) -> Result<(), Closing> {
        self.socket.send(frame).await.map_err(|_| Closing::Gone)
    }
}

/// How it ends for who does not get in.
fn outside(error: &ApiError, language: Language) -> Closing {
    let told = our_error(error, language).errors.into_iter().map(|error| error.message).next().unwrap_or_default();
    match error.code() {
        Code::Unauthenticated | Code::Forbidden => Closing::forbidden(told),
        _ => Closing::internal(told),
    }
}
