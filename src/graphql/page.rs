//! Pages of lists that can grow: Relay connections with cursors of our own.

use crate::graphql::scalars::int;
use std::borrow::Cow;

use async_graphql::{Context, OutputType, SimpleObject};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

use super::budget::Budget;
use super::error::ApiError;
use super::shown;

/// Items on a page when nobody asks for more or less.
pub const DEFAULT_PAGE: usize = 25;
/// The most items on a page.
pub const MAX_PAGE: usize = 100;
/// The most items of a list without pages.
pub const MAX_LIST: usize = 1_000;

/// Which page of a list.
#[derive(Debug)]
pub struct PageArgs {
    first: Option<i32>,
    after: Option<String>,
    last: Option<i32>,
    before: Option<String>,
}

/// In which order a list is walked: the sort key of an item is bytes, unique among the items, and does not change when
/// others come or go.
#[derive(Clone, Copy)]
pub struct Order<T> {
    /// Tells cursors of one order from those of another.
    pub name: &'static str,
    /// The sort key.
    pub key: fn(&T) -> Vec<u8>,
}

impl<T> Order<T> {
    /// The sort key of an item, which is compared and not shown.
    pub(super) fn key_of(&self, item: &T) -> Vec<u8> {
        shown::aside(|| (self.key)(item))
    }
}

/// One page.
pub struct Page<T> {
    items: Vec<T>,
    total: usize,
    has_next: bool,
    has_previous: bool,
    order: Order<T>,
}

impl PageArgs {
    /// Arguments as they came.
    #[must_use]
    pub fn new(first: Option<i32>, after: Option<String>, last: Option<i32>, before: Option<String>) -> Self {
        Self { first, after, last, before }
    }

    /// The page of a list whose items lie in order.
    ///
    /// # Errors
    /// `BAD_USER_INPUT` for `first` or `last` outside 1 to 100, for both of them, and for a cursor that is not of this
    /// list; `COST_LIMIT` when the answer grows too large.
    pub fn over<I, T: OutputType>(
        self,
        ctx: &Context<'_>,
        items: &[I],
        make: impl Fn(&I) -> T,
        order: Order<T>,
    ) -> Result<Page<T>, ApiError> {
        let size = |name: &str, size: Option<i32>| match size {
            None => Ok(None),
            Some(size) => {
                usize::try_from(size).ok().filter(|size| (1..=MAX_PAGE).contains(size)).map(Some).ok_or_else(|| {
                    ApiError::bad_user_input(
                        format!("{name} is {size}; het moet van 1 tot {MAX_PAGE} zijn"),
                        format!("{name} is {size}; it must be from 1 to {MAX_PAGE}"),
                    )
                })
            }
        };
        let (first, last) = (size("first", self.first)?, size("last", self.last)?);
        if first.is_some() && last.is_some() {
            return Err(ApiError::bad_user_input("geef first of last, niet beide", "give first or last, not both"));
        }
        let key = |item: &I| order.key_of(&make(item));
        let mut from = 0;
        let mut to = items.len();
        if let Some(cursor) = &self.after {
            let after = decode::<T>(order.name, "after", cursor)?;
            from = items.partition_point(|item| key(item) <= after);
        }
        if let Some(cursor) = &self.before {
            let before = decode::<T>(order.name, "before", cursor)?;
            to = items.partition_point(|item| key(item) < before).max(from);
        }
        match last {
            Some(size) => from = from.max(to.saturating_sub(size)),
            None => to = to.min(from + first.unwrap_or(DEFAULT_PAGE)),
        }
        Budget::of(ctx)?.spend(to - from)?;
        Ok(Page {
            items: items[from..to].iter().map(make).collect(),
            total: items.len(),
            has_next: to < items.len(),
            has_previous: from > 0,
            order,
        })
    }
}

impl<T: OutputType> Page<T> {
    /// The items of the page.
    pub(super) fn items(&self) -> &[T] {
        &self.items
    }

    /// How many items the whole list has.
    pub(super) fn total(&self) -> i32 {
        int(self.total)
    }

    /// The cursor of an item.
    pub(super) fn cursor(&self, item: &T) -> String {
        let mut bytes = (self.order.key)(item);
        bytes.extend(seal::<T>(self.order.name, &bytes));
        URL_SAFE_NO_PAD.encode(bytes)
    }

    /// Where the page stands.
    pub(super) fn info(&self) -> PageInfo {
        PageInfo {
            has_next_page: self.has_next,
            has_previous_page: self.has_previous,
            start_cursor: self.items.first().map(|item| self.cursor(item)),
            end_cursor: self.items.last().map(|item| self.cursor(item)),
        }
    }
}

/// Four bytes that tell a cursor of this list from anything else.
fn seal<T: OutputType>(order: &str, key: &[u8]) -> [u8; 4] {
    let name: Cow<'static, str> = T::type_name();
    let hash = Sha256::new()
        .chain_update(name.as_bytes())
        .chain_update(b"/")
        .chain_update(order)
        .chain_update(b"/")
        .chain_update(key)
        .finalize();
    [hash[0], hash[1], hash[2], hash[3]]
}

fn decode<T: OutputType>(order: &str, argument: &str, cursor: &str) -> Result<Vec<u8>, ApiError> {
    let refused = || {
        ApiError::bad_user_input(
            format!("{argument} is geen cursor van deze lijst"),
            format!("{argument} is no cursor of this list"),
        )
    };
    let bytes = URL_SAFE_NO_PAD.decode(cursor).map_err(|_| refused())?;
    let (key, given) = bytes.split_last_chunk::<4>().ok_or_else(refused)?;
    if *given == seal::<T>(order, key) { Ok(key.to_vec()) } else { Err(refused()) }
}

/// Takes at most [`MAX_LIST`] items for a list without pages.
///
/// # Errors
/// `COST_LIMIT` when the answer grows too large.
pub fn list<T>(ctx: &Context<'_>, items: impl Iterator<Item = T>) -> Result<Vec<T>, ApiError> {
    let items: Vec<T> = items.take(MAX_LIST).collect();
    Budget::of(ctx)?.spend(items.len())?;
    Ok(items)
}

/// Where a page stands in its list.
#[derive(SimpleObject)]
pub struct PageInfo {
    /// Whether there is more after this page.
    has_next_page: bool,
    /// Whether there is more before this page.
    has_previous_page: bool,
    /// Cursor of the first item; null on an empty page.
    start_cursor: Option<String>,
    /// Cursor of the last item; null on an empty page.
    end_cursor: Option<String>,
}

/// Defines a connection and its edge.
macro_rules! connection {
    ($(#[doc = $doc:literal])* $connection:ident, $edge:ident of $node:ty) => {
        $(#[doc = $doc])*
        pub struct $connection(pub(in crate::graphql) $crate::graphql::page::Page<$node>);

        $(#[doc = $doc])*
        #[async_graphql::Object(serial)]
        impl $connection {
            /// The items of the page with their cursors.
            async fn edges(&self) -> Vec<$edge> {
                let page = &self.0;
                page.items().iter().map(|node| $edge { cursor: page.cursor(node), node: node.clone() }).collect()
            }

            /// The items of the page.
            async fn nodes(&self) -> &[$node] {
                self.0.items()
            }

            /// Where the page stands in the list.
            async fn page_info(&self) -> $crate::graphql::page::PageInfo {
                self.0.info()
            }

            /// How many items the whole list has, on all pages.
            async fn total_count(&self) -> i32 {
                self.0.total()
            }
        }

        /// An item of a page with its cursor.
        #[derive(async_graphql::SimpleObject)]
        pub struct $edge {
            /// Where the item stands: give it as `after` or `before` to go on from here.
            cursor: String,
            /// The item.
            node: $node,
        }
    };
}
pub(super) use connection;
