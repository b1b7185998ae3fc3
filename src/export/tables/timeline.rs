//! How coalitions came to be.

use chrono::{Months, NaiveDate};
use network::timeline::{self, MOST_POINTS, NoTimeline, Turnover};
use network::view::View;

use super::{Cell, Table, line_cells, pointed};
use crate::exchange::WriteError;
use crate::export::asked::Asked;
use crate::export::value::Attribute;

const COLUMNS: &[Attribute] = &[
    Attribute::text("from"),
    Attribute::text("until"),
    Attribute::text("line"),
    Attribute::text("lineName"),
    Attribute::whole("size"),
    Attribute::whole("joined"),
    Attribute::whole("left"),
    Attribute::real("retention"),
    Attribute::real("jaccard"),
    Attribute::whole("sinceUnknown"),
    Attribute::text("euros"),
    Attribute::real("hhi"),
    Attribute::real("effectiveContributors"),
];

/// Of each period a row for the partners, without a line, and one for each content line that is there, in the order of keys.
pub(super) fn timeline<'a>(view: &'a View, asked: &'a Asked) -> Result<Table<'a>, WriteError> {
    let until = asked.until.unwrap_or_else(|| view.valid_at());
    let from = asked.from.unwrap_or_else(|| a_year_to(until));
    let periods = timeline::periods(from, until, asked.every).map_err(|wrong| unfit(wrong, from, until))?;
    Ok(Table::new(COLUMNS, move |each| {
        let lines = &view.network().programme_lines;
        for point in timeline::timeline(&periods, asked.threshold, |day| view.on(day)) {
            let period = || [point.from, point.until].map(|day| Some(day.to_string().into()));
            let mut cells: Vec<Cell<'_>> = period().into();
            cells.extend([None, None]);
            cells.extend(turnover(point.partners));
            cells.extend([None, None, None]);
            each(&cells, &[])?;
            let mut of_lines: Vec<_> = point.lines.iter().collect();
            of_lines.sort_by_key(|of_line| &lines.get(of_line.line).slug);
            for of_line in of_lines {
                let mut cells: Vec<Cell<'_>> = period().into();
                cells.extend(line_cells(view, of_line.line, asked.language));
                cells.extend(turnover(of_line.members));
                let money = of_line.concentration.as_ref();
                cells.extend([
                    money.map(|money| money.total().into()),
                    money.map(|money| money.hhi().into()),
                    money.map(|money| money.effective_contributors().into()),
                ]);
                each(&cells, &[pointed(view, of_line.line)])?;
            }
        }
        Ok(())
    }))
}

/// The first day of the year that ends with this one.
fn a_year_to(day: NaiveDate) -> NaiveDate {
    day.checked_sub_months(Months::new(12)).and_then(|before| before.succ_opt()).unwrap_or(day)
}

fn turnover(of: Turnover) -> [Cell<'static>; 6] {
    let [size, joined, left, unknown] = [of.size, of.joined, of.left, of.since_unknown].map(|count| Some(count.into()));
    [size, joined, left, of.retention().map(Into::into), of.jaccard().map(Into::into), unknown]
}

fn unfit(wrong: NoTimeline, from: NaiveDate, until: NaiveDate) -> WriteError {
    match wrong {
        NoTimeline::EndsFirst => WriteError::Unfit {
            nl: format!("until ({until}) ligt voor from ({from})"),
            en: format!("until ({until}) lies before from ({from})"),
        },
        NoTimeline::TooLong(points) => WriteError::Unfit {
            nl: format!(
                "dit zijn ongeveer {points} perioden; vraag er ten hoogste {MOST_POINTS}: kies langere perioden of een kortere tijd"
            ),
            en: format!(
                "these are about {points} periods; ask for at most {MOST_POINTS}: choose longer periods or a shorter time"
            ),
        },
    }
}
