//! The law of layers: who may use whom, as a table, held against every file and manifest.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{fs, iter};

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// A layer of the root package: a folder or file of `src`, what of our own it may use, and what of others only it may.
struct Layer {
    name: &'static str,
    /// Modules of `src` and packages of the workspace that lie below it.
    may_use: &'static [&'static str],
    /// Libraries that are its own business: no other layer may use them, unless it says so too.
    owns: &'static [&'static str],
}

/// The arrows of ARCHITECTURE.md. What is not named here is not allowed.
const LAYERS: &[Layer] = &[
    Layer { name: "main", may_use: &["cli", "clock"], owns: &["clap", "mimalloc"] },
    Layer {
        name: "cli",
        may_use: &[
            "config", "http", "graphql", "access", "writer", "live", "store", "export", "exchange", "clock", "network",
        ],
        owns: &["clap", "getrandom", "maud", "tracing_subscriber"],
    },
    Layer { name: "access", may_use: &["graphql", "store", "clock"], owns: &["getrandom", "jsonwebtoken", "reqwest"] },
    Layer {
        name: "config",
        may_use: &["http", "access", "graphql", "network"],
        owns: &["clap", "directories", "toml"],
    },
    Layer {
        name: "http",
        may_use: &["graphql", "export", "exchange", "network"],
        owns: &["hyper", "hyper_util", "poem"],
    },
    Layer {
        name: "graphql",
        may_use: &["writer", "live", "exchange", "clock", "network"],
        owns: &["async_graphql", "async_graphql_parser", "async_graphql_value", "icalendar"],
    },
    Layer { name: "writer", may_use: &["live", "store", "clock", "network"], owns: &[] },
    Layer { name: "live", may_use: &["network"], owns: &["arc_swap"] },
    Layer {
        name: "store",
        may_use: &["network", "entity", "migration"],
        owns: &["sea_orm", "sea_orm_migration", "sqlx", "zstd"],
    },
    Layer { name: "export", may_use: &["exchange", "network"], owns: &["parquet", "quick_xml"] },
    Layer { name: "exchange", may_use: &["network"], owns: &["calamine", "csv", "rust_xlsxwriter", "zip"] },
    Layer { name: "clock", may_use: &[], owns: &["chrono_tz"] },
];

/// Packages of the workspace.
const PACKAGES: &[&str] = &["network", "entity", "migration"];

/// What a package must not depend on. Its dependencies are named as in its manifest.
const PURE: &[(&str, &[&str])] = &[
    (
        "network",
        &[
            "async-graphql",
            "drieklank",
            "drieklank-entity",
            "drieklank-migration",
            "getrandom",
            "hyper",
            "poem",
            "rand",
            "sea-orm",
            "sea-orm-migration",
            "sqlx",
            "tokio",
        ],
    ),
    ("entity", &["async-graphql", "drieklank", "drieklank-migration", "drieklank-network", "poem"]),
    ("migration", &["async-graphql", "drieklank", "drieklank-entity", "drieklank-network", "poem", "sea-orm"]),
];

/// What breaks the law in this text of a file of `src`: each forbidden name, and why.
///
/// * `module`: the path of the file's module: `["http", "graphql"]` for `src/http/graphql.rs`, none for `lib.rs`.
fn breaches(module: &[&str], text: &str) -> Vec<String> {
    let Some(name) = module.first() else { return Vec::new() };
    let Some(layer) = LAYERS.iter().find(|layer| layer.name == *name) else {
        return vec![format!("{name} is no layer: give it a row in LAYERS and a line in ARCHITECTURE.md")];
    };
    let tokens: TokenStream = text.parse().expect("a file of Rust");
    let mut used = BTreeSet::new();
    let module: Vec<String> = module.iter().map(ToString::to_string).collect();
    collect(tokens, &module, &mut used);
    used.iter().filter_map(|used| breach(layer, used)).collect()
}

/// What is wrong with using this, if anything.
fn breach(layer: &Layer, used: &Used) -> Option<String> {
    let by = layer.name;
    match used {
        Used::Ours(name) if name == by || layer.may_use.contains(&&**name) => None,
        Used::Ours(name) if !LAYERS.iter().any(|layer| layer.name == name) => None,
        Used::Ours(name) => Some(format!("{by} must not use {name}")),
        Used::Library(name) if PACKAGES.contains(&&**name) && !layer.may_use.contains(&&**name) => {
            Some(format!("{by} must not use the package {name}"))
        }
        Used::Library(name) => {
            let owners: Vec<_> =
                LAYERS.iter().filter(|owner| owner.owns.contains(&&**name)).map(|owner| owner.name).collect();
            let foreign = !owners.is_empty() && !owners.contains(&by) && !lent(by, name);
            foreign.then(|| format!("{by} must not use the library {name}, which is for {}", owners.join(" and ")))
        }
    }
}

/// Libraries whose types travel from their owner to the layer right above it.
fn lent(layer: &str, library: &str) -> bool {
    matches!((layer, library), ("http", "async_graphql" | "async_graphql_value"))
}

/// What a path begins with.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Used {
    /// A module of `src`.
    Ours(String),
    /// A library, or anything else that a path can begin with.
    Library(String),
}

/// Collects the first segments of all paths in these tokens, in macros too.
fn collect(tokens: TokenStream, module: &[String], used: &mut BTreeSet<Used>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut at = 0;
    while at < tokens.len() {
        match &tokens[at] {
            TokenTree::Ident(word) if word == "mod" => {
                // An inline module is one step deeper.
                if let (Some(TokenTree::Ident(name)), Some(TokenTree::Group(group))) =
                    (tokens.get(at + 1), tokens.get(at + 2))
                {
                    let inner: Vec<String> = module.iter().cloned().chain(iter::once(name.to_string())).collect();
                    collect(group.stream(), &inner, used);
                    at += 3;
                } else {
                    at += 1;
                }
            }
            TokenTree::Ident(_) => at = path(&tokens, at, module, Vec::new(), used),
            TokenTree::Group(group) => {
                collect(group.stream(), module, used);
                at += 1;
            }
            _ => at += 1,
        }
    }
}

/// Reads the path that begins here, notes what it begins with, and tells where it ends.
fn path(
    tokens: &[TokenTree],
    mut at: usize,
    module: &[String],
    mut segments: Vec<String>,
    used: &mut BTreeSet<Used>,
) -> usize {
    loop {
        match tokens.get(at) {
            Some(TokenTree::Ident(segment)) => segments.push(segment.to_string()),
            // use a::{b, c}: the beginning belongs to each.
            Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace && !segments.is_empty() => {
                let inner: Vec<TokenTree> = group.stream().into_iter().collect();
                for item in inner.split(|token| matches!(token, TokenTree::Punct(punct) if punct.as_char() == ',')) {
                    path(item, 0, module, segments.clone(), used);
                }
                return at + 1;
            }
            _ => break,
        }
        let colons = (tokens.get(at + 1), tokens.get(at + 2));
        let is_colon = |token: Option<&TokenTree>| matches!(token, Some(TokenTree::Punct(p)) if p.as_char() == ':');
        if is_colon(colons.0) && is_colon(colons.1) {
            at += 3;
        } else {
            at += 1;
            break;
        }
    }
    used.extend(beginning(&segments, module));
    at
}

/// What the path begins with when `crate`, `self` and `super` are resolved; `None` for what stays in its module.
fn beginning(segments: &[String], module: &[String]) -> Option<Used> {
    let mut base = match segments.first()?.as_str() {
        "crate" | "drieklank" => Vec::new(),
        "self" | "super" => module.to_vec(),
        // A word alone is a name of this module; with something behind it, it may be a library.
        first => return (segments.len() > 1).then(|| Used::Library(first.to_owned())),
    };
    for segment in segments {
        match segment.as_str() {
            "crate" | "drieklank" | "self" => {}
            "super" => {
                base.pop();
            }
            name => {
                base.push(name.to_owned());
                break;
            }
        }
    }
    base.first().map(|first| Used::Ours(first.clone()))
}

/// Whether all that is known is asked for in these tokens, whoever asks: `live.current()` or `Live::current`.
fn asks_for_all(tokens: TokenStream) -> bool {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let is_punct = |at: usize, char| matches!(tokens.get(at), Some(TokenTree::Punct(punct)) if punct.as_char() == char);
    tokens.iter().enumerate().any(|(at, token)| match token {
        TokenTree::Group(group) => asks_for_all(group.stream()),
        TokenTree::Ident(word) if word == "current" && at > 0 => {
            // Views have a method of that name too, which takes something.
            let is_call = matches!(tokens.get(at + 1), Some(TokenTree::Group(group))
                if group.delimiter() == Delimiter::Parenthesis && group.stream().is_empty());
            is_punct(at - 1, '.') && is_call || is_punct(at - 1, ':')
        }
        _ => false,
    })
}

/// All files below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder of sources") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn every_file_keeps_to_the_arrows() {
    let src = root().join("src");
    let files = files(&src);
    let mut found = Vec::new();
    for file in &files {
        let path = file.strip_prefix(&src).unwrap().with_extension("");
        let module: Vec<&str> = path.iter().filter_map(|part| part.to_str()).filter(|part| *part != "mod").collect();
        let module = if module == ["lib"] { &[][..] } else { &module[..] };
        let text = fs::read_to_string(file).unwrap();
        found.extend(breaches(module, &text).into_iter().map(|breach| format!("{}: {breach}", path.display())));
    }
    assert!(files.len() > 50, "only {} files were looked at", files.len());
    assert!(found.is_empty(), "the law of layers is broken:\n{}", found.join("\n"));
}

/// The reader takes the network once a request and hands out what its viewer may see. A resolver that took it itself could
/// forget who asks.
#[test]
fn only_the_reader_takes_all_that_is_known() {
    let graphql = root().join("src/graphql");
    let takes = |file: &PathBuf| asks_for_all(fs::read_to_string(file).unwrap().parse().expect("a file of Rust"));
    let taking: Vec<_> = files(&graphql).into_iter().filter(takes).collect();
    assert_eq!(taking, [graphql.join("reader.rs")]);
    for (text, expected) in [
        ("fn f(reader: &Reader) { reader.live().current().network.clone() }", true),
        ("fn f() { self.live\n.current() }", true),
        ("fn f() { live.map(Live::current) }", true),
        ("fn f() { x!(live.current()) }", true),
        ("fn f() { view.current(&network.bodies, rows); self.current.clone(); let current = 1; }", false),
    ] {
        assert_eq!(asks_for_all(text.parse().unwrap()), expected, "{text}");
    }
}

#[test]
fn every_layer_has_its_files() {
    for layer in LAYERS {
        let (file, folder) = (format!("src/{}.rs", layer.name), format!("src/{}", layer.name));
        assert!(root().join(file).is_file() || root().join(folder).is_dir(), "{} is gone", layer.name);
    }
}

#[test]
fn every_package_depends_on_what_it_may() {
    for (package, forbidden) in PURE {
        let manifest = fs::read_to_string(root().join(package).join("Cargo.toml")).unwrap();
        assert_eq!(forbidden_dependencies(&manifest, forbidden), Vec::<String>::new(), "{package}");
    }
}

/// Dependencies of a manifest, for tests and for targets too, that are among these.
fn forbidden_dependencies(manifest: &str, forbidden: &[&str]) -> Vec<String> {
    fn search(table: &toml::Table, forbidden: &[&str], found: &mut Vec<String>) {
        for (key, value) in table {
            let Some(value) = value.as_table() else { continue };
            if key.ends_with("dependencies") {
                found.extend(value.keys().filter(|name| forbidden.contains(&name.as_str())).cloned());
                let packages = value.values().filter_map(|dependency| dependency.get("package")?.as_str());
                found.extend(packages.filter(|name| forbidden.contains(name)).map(ToOwned::to_owned));
            } else {
                search(value, forbidden, found);
            }
        }
    }
    let mut found = Vec::new();
    search(&manifest.parse().unwrap(), forbidden, &mut found);
    found
}

#[test]
fn a_planted_breach_is_found() {
    for (module, text, expected) in [
        (&["graphql", "objects"][..], "use crate::store::Store;", &["graphql must not use store"][..]),
        (&["graphql"], "use crate::{live::Live, http};", &["graphql must not use http"]),
        (&["http", "body"], "use super::super::store::Store;", &["http must not use store"]),
        (&["live"], "mod tests { use super::super::graphql; }", &["live must not use graphql"]),
        (&["store"], "fn f() { crate::live::f() }", &["store must not use live"]),
        (&["store"], "fn f() { x!(crate::exchange::builtin) }", &["store must not use exchange"]),
        (&["exchange"], "fn f(x: entity::seats::Model) {}", &["exchange must not use the package entity"]),
        (&["graphql"], "use poem::Route;", &["graphql must not use the library poem, which is for http"]),
        (&["http"], "use sea_orm::{DbErr};", &["http must not use the library sea_orm, which is for store"]),
        (&["cli"], "use async_graphql::Data;", &["cli must not use the library async_graphql, which is for graphql"]),
        (&["bin"], "", &["bin is no layer: give it a row in LAYERS and a line in ARCHITECTURE.md"]),
        // What is allowed, or only looks like a breach.
        (&["http", "graphql"], "use super::{graphql::GraphQl, settings}; use crate::graphql::Api;", &[]),
        (&["http", "a"], "mod tests { use super::super::settings; }", &[]),
        (&["store"], "use entity::seats; /// crate::http\nconst A: &str = \"poem::Route\";", &[]),
    ] {
        assert_eq!(breaches(module, text), expected, "{text}");
    }
    let manifest =
        "[dependencies]\nchrono = \"1\"\n[target.x.dev-dependencies]\ndb = { package = \"sqlx\" }\nrand = \"1\"";
    assert_eq!(forbidden_dependencies(manifest, &["rand", "sqlx"]), ["rand", "sqlx"]);
}
