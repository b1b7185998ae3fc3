//! Which formats there are, and how their files are called.

/// A format, with what is in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// The dataset: a zip of CSV files, which can be imported again.
    Csv,
    /// The dataset as JSON.
    Json,
    /// The dataset as a workbook.
    Xlsx,
    /// The graph, for networkx, igraph, yEd.
    GraphMl,
    /// The graph with its days, for Gephi.
    Gexf,
    /// The graph, for Graphviz.
    Dot,
    /// The graph, for Kumu.
    Kumu,
    /// The nodes of the graph, as a table.
    Nodes,
    /// The links of the graph, as a table.
    Links,
    /// Persons, organisations and memberships, in the words of Popolo.
    Popolo,
    /// Who stands where towards which line, as a table.
    Standings,
    /// Which rules are broken or open, as a table.
    Findings,
    /// What is measured of the nodes of a graph, as a table.
    Measures,
    /// Venues that share organisations, as a table.
    Interlocks,
    /// Who is in two coalitions, as a table.
    Overlaps,
    /// What members bring to each line, as a table.
    Contributions,
    /// How government, education and business are mixed in each line, as a table.
    Helices,
    /// Who joins on which condition, as a table.
    Closure,
    /// How coalitions came to be, as a table.
    Timeline,
    /// The nodes of the graph, as Parquet.
    NodesParquet,
    /// The links of the graph, as Parquet.
    LinksParquet,
    /// Who stands where towards which line, as Parquet.
    StandingsParquet,
}

/// What a file is about, and so which arguments it takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum About {
    /// All facts of all days.
    Dataset,
    /// A projection.
    Graph,
    /// What holds on a day, or on any.
    Record,
    /// What is computed for a day.
    Analysis,
    /// What is measured of a projection on a day.
    Measured,
    /// What members of coalitions come to on a day.
    Coalitions,
    /// What becomes of offers on a day.
    Offers,
    /// What happened between two days.
    Times,
}

impl Format {
    /// All of them.
    pub const ALL: [Self; 22] = [
        Self::Csv,
        Self::Json,
        Self::Xlsx,
        Self::GraphMl,
        Self::Gexf,
        Self::Dot,
        Self::Kumu,
        Self::Nodes,
        Self::Links,
        Self::Popolo,
        Self::Standings,
        Self::Findings,
        Self::Measures,
        Self::Interlocks,
        Self::Overlaps,
        Self::Contributions,
        Self::Helices,
        Self::Closure,
        Self::Timeline,
        Self::NodesParquet,
        Self::LinksParquet,
        Self::StandingsParquet,
    ];

    /// What the command line calls it.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.described().0
    }

    /// Name of its file: `network.graphml`.
    #[must_use]
    pub fn file_name(self) -> &'static str {
        self.described().1
    }

    /// Its media type.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        self.described().2
    }

    /// Whether it is no text.
    #[must_use]
    pub fn is_binary(self) -> bool {
        matches!(self, Self::Csv | Self::Xlsx | Self::NodesParquet | Self::LinksParquet | Self::StandingsParquet)
    }

    pub(super) fn about(self) -> About {
        self.described().3
    }

    /// The format whose file is called so.
    #[must_use]
    pub fn of_file(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.file_name() == name)
    }

    fn described(self) -> (&'static str, &'static str, &'static str, About) {
        const TABLE: &str = "text/csv; charset=utf-8; header=present";
        const PARQUET: &str = "application/vnd.apache.parquet";
        const JSON: &str = "application/json";
        match self {
            Self::Csv => ("csv", "network.zip", "application/zip", About::Dataset),
            Self::Json => ("json", "network.json", JSON, About::Dataset),
            Self::Xlsx => {
                let media = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
                ("xlsx", "network.xlsx", media, About::Dataset)
            }
            Self::GraphMl => ("graphml", "network.graphml", "application/graphml+xml", About::Graph),
            Self::Gexf => ("gexf", "network.gexf", "application/gexf+xml", About::Graph),
            Self::Dot => ("dot", "network.dot", "text/vnd.graphviz; charset=utf-8", About::Graph),
            Self::Kumu => ("kumu", "network.kumu.json", JSON, About::Graph),
            Self::Nodes => ("nodes", "nodes.csv", TABLE, About::Graph),
            Self::Links => ("links", "links.csv", TABLE, About::Graph),
            Self::Popolo => ("popolo", "network.popolo.json", JSON, About::Record),
            Self::Standings => ("standings", "standings.csv", TABLE, About::Analysis),
            Self::Findings => ("findings", "findings.csv", TABLE, About::Analysis),
            Self::Measures => ("measures", "measures.csv", TABLE, About::Measured),
            Self::Interlocks => ("interlocks", "interlocks.csv", TABLE, About::Measured),
            Self::Overlaps => ("overlaps", "overlaps.csv", TABLE, About::Coalitions),
            Self::Contributions => ("contributions", "contributions.csv", TABLE, About::Coalitions),
            Self::Helices => ("helices", "helices.csv", TABLE, About::Coalitions),
            Self::Closure => ("closure", "closure.csv", TABLE, About::Offers),
            Self::Timeline => ("timeline", "timeline.csv", TABLE, About::Times),
            Self::NodesParquet => ("nodes.parquet", "nodes.parquet", PARQUET, About::Graph),
            Self::LinksParquet => ("links.parquet", "links.parquet", PARQUET, About::Graph),
            Self::StandingsParquet => ("standings.parquet", "standings.parquet", PARQUET, About::Analysis),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_file_is_of_one_format() {
        for format in Format::ALL {
            assert_eq!(Format::of_file(format.file_name()), Some(format));
        }
        assert_eq!(Format::of_file("network.exe"), None);
    }
}
