//! Why a WebSocket ends.

use std::borrow::Cow;
use std::io;

use poem::web::websocket::{CloseCode, Message};

/// Bytes that a close frame has for its reason.
const REASON_BYTES: usize = 123;

/// Why a WebSocket ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Closing {
    /// The client has closed it, or is gone.
    Gone,
    /// We close it, with this code and reason.
    By(u16, Cow<'static, str>),
}

impl Closing {
    /// The server stops. Clients come again.
    pub(super) const STOPPING: Self = Self::By(1001, Cow::Borrowed("The server is stopping"));
    /// Nothing was said for too long at the beginning.
    pub(super) const INIT_TIMEOUT: Self = Self::By(4408, Cow::Borrowed("Connection initialisation timeout"));
    /// `subscribe` came before `connection_init`.
    pub(super) const UNAUTHORIZED: Self = Self::By(4401, Cow::Borrowed("Unauthorized"));
    /// `connection_init` came twice.
    pub(super) const SECOND_INIT: Self = Self::By(4429, Cow::Borrowed("Too many initialisation requests"));
    /// The client speaks another protocol.
    pub(super) const OTHER_PROTOCOL: Self = Self::By(4406, Cow::Borrowed("Subprotocol not acceptable"));

    /// A message that is none of the protocol.
    pub(super) fn bad_message(reason: impl Into<Cow<'static, str>>) -> Self {
        Self::By(4400, reason.into())
    }

    /// Two operations with one id.
    pub(super) fn id_in_use(id: &str) -> Self {
        Self::By(4409, format!("Subscriber for {id} already exists").into())
    }

    /// Who does not get in.
    pub(super) fn forbidden(reason: String) -> Self {
        Self::By(4403, reason.into())
    }

    /// Our own failure.
    pub(super) fn internal(reason: String) -> Self {
        Self::By(4500, reason.into())
    }

    /// What reading failed on.
    pub(super) fn unreadable(error: &io::Error) -> Self {
        // poem lends out no more of the error than its text.
        match error.to_string() {
            text if text.starts_with("Space limit exceeded") => Self::By(1009, "The message is too large".into()),
            text if text.starts_with("UTF-8") => Self::By(1007, "The message is no UTF-8".into()),
            _ if error.kind() == io::ErrorKind::Other => Self::By(1002, "Protocol error".into()),
            _ => Self::Gone,
        }
    }

    /// The frame that says so; `None` when nobody is there to read it.
    pub(super) fn frame(self) -> Option<Message> {
        match self {
            Self::Gone => None,
            Self::By(code, reason) => {
                let end = reason.floor_char_boundary(REASON_BYTES);
                Some(Message::Close(Some((CloseCode::from(code), reason[..end].to_owned()))))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_fits_its_frame() {
        let Some(Message::Close(Some((code, reason)))) = Closing::id_in_use(&"é".repeat(200)).frame() else {
            panic!("no frame");
        };
        assert_eq!(u16::from(code), 4409);
        assert!(reason.starts_with("Subscriber for é") && reason.len() <= REASON_BYTES, "{reason}");
        assert_eq!(Closing::Gone.frame(), None);
    }
}
