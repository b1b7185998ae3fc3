//! The keys with which a provider signs (JSON Web Key Set, RFC 7517).

use std::sync::Arc;

use jsonwebtoken::jwk::{AlgorithmParameters, EllipticCurve, Jwk, KeyAlgorithm, PublicKeyUse};
use jsonwebtoken::{Algorithm, DecodingKey};
use serde::Deserialize;
use serde_json::Value;

/// All keys of a provider that sign in a way that we take.
#[derive(Debug, Clone)]
pub(super) struct KeySet(Vec<Arc<Key>>);

/// A key.
#[derive(Debug)]
pub(super) struct Key {
    id: Option<String>,
    /// What it may sign with. Never anything with a shared secret, and no more than the key itself says.
    pub(super) algorithms: Vec<Algorithm>,
    pub(super) decoding: DecodingKey,
}

#[derive(Deserialize)]
struct Written {
    keys: Vec<Value>,
}

impl KeySet {
    /// Reads a set. Keys of kinds that we do not know, or for other uses, are passed over.
    pub(super) fn read(bytes: &[u8]) -> Result<Self, serde_json::Error> {
        let Written { keys } = serde_json::from_slice(bytes)?;
        Ok(Self(keys.into_iter().filter_map(Key::read).map(Arc::new).collect()))
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The key with this id. A token that names none means the only one.
    pub(super) fn find(&self, id: Option<&str>) -> Option<&Arc<Key>> {
        match (id, &*self.0) {
            (Some(_), keys) => keys.iter().find(|key| key.id.as_deref() == id),
            (None, [only]) => Some(only),
            (None, _) => None,
        }
    }
}

impl Key {
    fn read(written: Value) -> Option<Self> {
        let jwk: Jwk = serde_json::from_value(written).ok()?;
        if !matches!(jwk.common.public_key_use, None | Some(PublicKeyUse::Signature)) {
            return None;
        }
        let fitting = fitting(&jwk.algorithm).iter().copied();
        let said = jwk.common.key_algorithm;
        let algorithms: Vec<_> =
            fitting.filter(|algorithm| said.is_none_or(|said| said == KeyAlgorithm::from(*algorithm))).collect();
        let decoding = DecodingKey::from_jwk(&jwk).ok()?;
        (!algorithms.is_empty()).then_some(Self { id: jwk.common.key_id, algorithms, decoding })
    }
}

/// What a key of this kind can sign with.
fn fitting(kind: &AlgorithmParameters) -> &'static [Algorithm] {
    use Algorithm::{ES256, ES384, EdDSA, PS256, PS384, PS512, RS256, RS384, RS512};
    match kind {
        AlgorithmParameters::RSA(_) => &[RS256, RS384, RS512, PS256, PS384, PS512],
        AlgorithmParameters::EllipticCurve(key) if key.curve == EllipticCurve::P256 => &[ES256],
        AlgorithmParameters::EllipticCurve(key) if key.curve == EllipticCurve::P384 => &[ES384],
        AlgorithmParameters::OctetKeyPair(key) if key.curve == EllipticCurve::Ed25519 => &[EdDSA],
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn only_keys_that_sign_openly_are_taken() {
        let point = "AAAA";
        for (key, expected) in [
            (json!({ "kty": "EC", "crv": "P-256", "x": point, "y": point }), &[Algorithm::ES256][..]),
            (json!({ "kty": "EC", "crv": "P-384", "x": point, "y": point, "use": "sig" }), &[Algorithm::ES384]),
            (json!({ "kty": "OKP", "crv": "Ed25519", "x": point }), &[Algorithm::EdDSA]),
            (json!({ "kty": "RSA", "n": point, "e": "AQAB", "alg": "PS256" }), &[Algorithm::PS256]),
            (json!({ "kty": "RSA", "n": point, "e": "AQAB", "alg": "RSA-OAEP" }), &[]),
            (json!({ "kty": "RSA", "n": point, "e": "AQAB", "use": "enc" }), &[]),
            (json!({ "kty": "RSA", "n": point, "e": "AQAB", "alg": "HS256" }), &[]),
            (json!({ "kty": "EC", "crv": "P-521", "x": point, "y": point }), &[]),
            (json!({ "kty": "EC", "crv": "secp256k1", "x": point, "y": point }), &[]),
            (json!({ "kty": "oct", "k": "c2VjcmV0" }), &[]),
            (json!(7), &[]),
        ] {
            let set = KeySet::read(json!({ "keys": [key] }).to_string().as_bytes()).unwrap();
            let taken = set.find(None).map(|key| &*key.algorithms).unwrap_or_default();
            assert_eq!(taken, expected, "{key}");
        }
    }

    #[test]
    fn a_key_is_found_by_its_id() {
        let key = |id| json!({ "kty": "OKP", "crv": "Ed25519", "x": "AAAA", "kid": id });
        let set = KeySet::read(json!({ "keys": [key("a"), key("b")] }).to_string().as_bytes()).unwrap();
        assert_eq!(set.find(Some("b")).and_then(|key| key.id.as_deref()), Some("b"));
        assert!(set.find(Some("c")).is_none() && set.find(None).is_none());
    }
}
