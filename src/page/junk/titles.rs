//! What pages are titled that are not the page that was meant.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::model::Problem;

/// A title a line, in lower case, words only; a line that begins with `#` gives the problem of
/// those behind it, a title that ends in `*` stands for all that begin so.
const TITLES: &str = include_str!("titles.txt");

/// What the table tells.
const PROBLEMS: [Problem; 6] = [
    Problem::BotWall,
    Problem::ConsentPage,
    Problem::LoginPage,
    Problem::SoftNotFound,
    Problem::ErrorPage,
    Problem::PlaceholderPage,
];

/// The table, ready to be asked.
static TABLE: LazyLock<Table> = LazyLock::new(Table::new);

struct Table {
    whole: BTreeMap<&'static str, Problem>,
    beginnings: Vec<(&'static str, Problem)>,
}

impl Table {
    fn new() -> Self {
        let mut table = Self {
            whole: BTreeMap::new(),
            beginnings: Vec::new(),
        };
        let mut problem = Problem::BotWall;
        for line in TITLES.lines() {
            if let Some(code) = line.strip_prefix("# ") {
                problem = PROBLEMS
                    .into_iter()
                    .find(|problem| problem.code() == code)
                    .unwrap_or(problem);
            } else if let Some(beginning) = line.strip_suffix('*') {
                table.beginnings.push((beginning, problem));
            } else {
                table.whole.insert(line, problem);
            }
        }
        table
    }
}

/// What the matter is where one of the forms is a title of the table.
pub(super) fn find(forms: &[String]) -> Option<Problem> {
    forms.iter().find_map(|form| {
        let of_beginning = || {
            let mut beginnings = TABLE.beginnings.iter();
            beginnings
                .find_map(|&(beginning, problem)| form.starts_with(beginning).then_some(problem))
        };
        TABLE
            .whole
            .get(form.as_str())
            .copied()
            .or_else(of_beginning)
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::page::junk::words::words;

    #[test]
    fn every_title_stands_once_as_it_is_looked_for() {
        let mut seen = BTreeSet::new();
        let (groups, titles): (Vec<&str>, Vec<&str>) =
            TITLES.lines().partition(|line| line.starts_with("# "));
        let codes: Vec<&str> = groups
            .iter()
            .filter_map(|line| line.strip_prefix("# "))
            .collect();
        assert_eq!(codes, PROBLEMS.map(Problem::code));
        for line in titles {
            assert!(seen.insert(line), "{line} stands twice");
            assert_eq!(words(line), line.trim_end_matches([' ', '*']), "{line}");
        }
        assert!(seen.len() > 500, "{}", seen.len());
    }
}
