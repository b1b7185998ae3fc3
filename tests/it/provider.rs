//! A provider of OpenID Connect for tests: keys, tokens, and the addresses at which others find the keys.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use aws_lc_rs::hmac;
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa::{KeyPair as RsaKeyPair, KeySize};
use aws_lc_rs::signature::{
    ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, Ed25519KeyPair, KeyPair as _, RSA_PKCS1_SHA256, RSA_PSS_SHA256,
};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Mutex;

/// A key of the provider, with its id.
pub(crate) struct Key {
    id: String,
    pair: Pair,
}

enum Pair {
    Ec(EcdsaKeyPair),
    Ed(Ed25519KeyPair),
    Rsa(RsaKeyPair),
}

fn text(bytes: impl AsRef<[u8]>) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

impl Key {
    pub(crate) fn ec(id: &str) -> Self {
        let pair = Pair::Ec(EcdsaKeyPair::generate(&ECDSA_P256_SHA256_FIXED_SIGNING).unwrap());
        Self { id: id.to_owned(), pair }
    }

    pub(crate) fn ed(id: &str) -> Self {
        Self { id: id.to_owned(), pair: Pair::Ed(Ed25519KeyPair::generate().unwrap()) }
    }

    pub(crate) fn rsa(id: &str) -> Self {
        Self { id: id.to_owned(), pair: Pair::Rsa(RsaKeyPair::generate(KeySize::Rsa2048).unwrap()) }
    }

    /// The public half, as the provider publishes it.
    pub(crate) fn public(&self) -> Value {
        let id = &self.id;
        match &self.pair {
            Pair::Ec(pair) => {
                let (x, y) = pair.public_key().as_ref()[1..].split_at(32);
                json!({ "kty": "EC", "crv": "P-256", "kid": id, "use": "sig", "x": text(x), "y": text(y) })
            }
            Pair::Ed(pair) => json!({ "kty": "OKP", "crv": "Ed25519", "kid": id, "x": text(pair.public_key()) }),
            Pair::Rsa(pair) => json!({ "kty": "RSA", "kid": id, "n": text(modulus(pair)), "e": "AQAB" }),
        }
    }

    /// The modulus as a secret, for those who forge with it.
    pub(crate) fn public_bytes(&self) -> Vec<u8> {
        match &self.pair {
            Pair::Ec(pair) => pair.public_key().as_ref().to_vec(),
            Pair::Ed(pair) => pair.public_key().as_ref().to_vec(),
            Pair::Rsa(pair) => pair.public_key().as_ref().to_vec(),
        }
    }

    fn algorithm(&self) -> &'static str {
        match self.pair {
            Pair::Ec(_) => "ES256",
            Pair::Ed(_) => "EdDSA",
            Pair::Rsa(_) => "RS256",
        }
    }

    /// A token that says this.
    pub(crate) fn token(&self, claims: &Value) -> String {
        self.token_with(&json!({ "typ": "JWT", "alg": self.algorithm(), "kid": self.id }), claims)
    }

    /// A token with this header.
    pub(crate) fn token_with(&self, header: &Value, claims: &Value) -> String {
        let said = said(header, claims);
        let signature = match &self.pair {
            Pair::Ec(pair) => pair.sign(&SystemRandom::new(), said.as_bytes()).unwrap().as_ref().to_vec(),
            Pair::Ed(pair) => pair.sign(said.as_bytes()).as_ref().to_vec(),
            Pair::Rsa(pair) => {
                let padding = if header["alg"] == "PS256" { &RSA_PSS_SHA256 } else { &RSA_PKCS1_SHA256 };
                let mut signature = vec![0; pair.public_modulus_len()];
                pair.sign(padding, &SystemRandom::new(), said.as_bytes(), &mut signature).unwrap();
                signature
            }
        };
        format!("{said}.{}", text(signature))
    }
}

/// The modulus of 2048 bits within the key as it is written down (RFC 8017, appendix A.1.1).
fn modulus(pair: &RsaKeyPair) -> Vec<u8> {
    let written = pair.public_key().as_ref();
    assert_eq!(written[..9], [0x30, 0x82, 1, 0x0a, 2, 0x82, 1, 1, 0], "a header of 9 bytes");
    written[9..265].to_vec()
}

fn said(header: &Value, claims: &Value) -> String {
    format!("{}.{}", text(header.to_string()), text(claims.to_string()))
}

/// A token that nobody signed.
pub(crate) fn unsigned(claims: &Value) -> String {
    format!("{}.", said(&json!({ "typ": "JWT", "alg": "none" }), claims))
}

/// A token that is signed with a secret.
pub(crate) fn signed_with_secret(id: &str, secret: &[u8], claims: &Value) -> String {
    let said = said(&json!({ "typ": "JWT", "alg": "HS256", "kid": id }), claims);
    let signature = hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, secret), said.as_bytes());
    format!("{said}.{}", text(signature))
}

/// Publishes keys on a port of its own.
pub(crate) struct Provider {
    /// Its address, which is its name.
    pub(crate) issuer: String,
    published: Arc<Published>,
}

struct Published {
    issuer: Mutex<String>,
    keys: Mutex<Value>,
    is_up: AtomicBool,
    asked: AtomicUsize,
}

impl Provider {
    pub(crate) async fn start(keys: &[&Key]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let issuer = format!("http://{}/realms/regio", listener.local_addr().unwrap());
        let published = Arc::new(Published {
            issuer: Mutex::new(issuer.clone()),
            keys: Mutex::new(set(keys)),
            is_up: AtomicBool::new(true),
            asked: AtomicUsize::new(0),
        });
        let answering = Arc::clone(&published);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                // Whoever hangs up too soon is no matter of ours.
                let _ = answering.answer(stream).await;
            }
        });
        Self { issuer, published }
    }

    /// Publishes other keys.
    pub(crate) async fn publish(&self, keys: &[&Key]) {
        *self.published.keys.lock().await = set(keys);
    }

    /// Publishes whatever this is.
    pub(crate) async fn publish_text(&self, text: &str) {
        *self.published.keys.lock().await = json!(text);
    }

    /// Says from now on that it is somebody else.
    pub(crate) async fn rename(&self, issuer: &str) {
        issuer.clone_into(&mut *self.published.issuer.lock().await);
    }

    /// Is away, or there again.
    pub(crate) fn set_up(&self, is_up: bool) {
        self.published.is_up.store(is_up, Ordering::SeqCst);
    }

    /// How often it was asked for anything.
    pub(crate) fn asked(&self) -> usize {
        self.published.asked.load(Ordering::SeqCst)
    }
}

impl Published {
    async fn answer(&self, mut stream: TcpStream) -> std::io::Result<()> {
        self.asked.fetch_add(1, Ordering::SeqCst);
        if !self.is_up.load(Ordering::SeqCst) {
            return Ok(());
        }
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            head.push(stream.read_u8().await?);
        }
        let head = String::from_utf8_lossy(&head);
        let own = self.issuer.lock().await.clone();
        let host = head.lines().find_map(|line| line.strip_prefix("host: ")).unwrap_or_default();
        let (status, body) = match head.split_whitespace().nth(1) {
            Some("/realms/regio/.well-known/openid-configuration") => {
                (200, json!({ "issuer": own, "jwks_uri": format!("http://{host}/keys") }))
            }
            Some("/keys") => (200, self.keys.lock().await.clone()),
            _ => (404, json!(null)),
        };
        // A text is not written as JSON, so that it may be none.
        let body = body.as_str().map_or_else(|| body.to_string(), ToOwned::to_owned);
        let head = format!("HTTP/1.1 {status} -\r\ncontent-length: {}\r\nconnection: close\r\n\r\n", body.len());
        stream.write_all(format!("{head}{body}").as_bytes()).await
    }
}

/// Keys as a set.
pub(crate) fn set(keys: &[&Key]) -> Value {
    json!({ "keys": keys.iter().map(|key| key.public()).collect::<Vec<_>>() })
}
