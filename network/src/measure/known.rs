//! Graphs with published answers, for tests.

use super::Adjacency;

/// Ties of strength 1 that run both ways.
pub(super) fn ties(n: usize, pairs: &[(u32, u32)]) -> Adjacency {
    Adjacency::undirected(n, pairs.iter().map(|(one, other)| (*one, *other, 1.0)))
}

pub(super) fn assert_near(value: f64, expected: f64) {
    assert!((value - expected).abs() < 5e-7, "{value} is not {expected}");
}

/// Zachary's karate club, 1977: who meets whom outside of it.
pub(super) fn karate() -> Adjacency {
    const PAIRS: &str = "0 1 0 2 0 3 0 4 0 5 0 6 0 7 0 8 0 10 0 11 0 12 0 13 0 17 0 19 0 21 0 31 1 2 1 3 1 7 1 13 1 17 1 19 \
        1 21 1 30 2 3 2 7 2 8 2 9 2 13 2 27 2 28 2 32 3 7 3 12 3 13 4 6 4 10 5 6 5 10 5 16 6 16 8 30 8 32 8 33 9 33 13 33 \
        14 32 14 33 15 32 15 33 18 32 18 33 19 33 20 32 20 33 22 32 22 33 23 25 23 27 23 29 23 32 23 33 24 25 24 27 24 31 \
        25 31 26 29 26 33 27 33 28 31 28 33 29 32 29 33 30 32 30 33 31 32 31 33 32 33";
    let numbers: Vec<u32> = PAIRS.split_whitespace().map(|word| word.parse().expect("a number")).collect();
    let pairs: Vec<_> = numbers.chunks(2).map(|pair| (pair[0], pair[1])).collect();
    assert_eq!(pairs.len(), 78);
    ties(34, &pairs)
}

/// Families of Florence, 1430, in the order of their numbers. Pucci married none of them and is not there.
pub(super) const FLORENTINE: [&str; 15] = [
    "Acciaiuoli",
    "Albizzi",
    "Barbadori",
    "Bischeri",
    "Castellani",
    "Ginori",
    "Guadagni",
    "Lamberteschi",
    "Medici",
    "Pazzi",
    "Peruzzi",
    "Ridolfi",
    "Salviati",
    "Strozzi",
    "Tornabuoni",
];

/// Who married into whom. Padgett and Ansell 1993, doi:10.1086/230190.
pub(super) fn florentine() -> Adjacency {
    const PAIRS: &str = "Acciaiuoli Medici Castellani Peruzzi Castellani Strozzi Castellani Barbadori Medici Barbadori Medici \
        Ridolfi Medici Tornabuoni Medici Albizzi Medici Salviati Salviati Pazzi Peruzzi Strozzi Peruzzi Bischeri Strozzi \
        Ridolfi Strozzi Bischeri Ridolfi Tornabuoni Tornabuoni Guadagni Albizzi Ginori Albizzi Guadagni Bischeri Guadagni \
        Guadagni Lamberteschi";
    let number =
        |name| u32::try_from(FLORENTINE.iter().position(|family| *family == name).expect("a family")).expect("few");
    let numbers: Vec<u32> = PAIRS.split_whitespace().map(number).collect();
    let pairs: Vec<_> = numbers.chunks(2).map(|pair| (pair[0], pair[1])).collect();
    assert_eq!(pairs.len(), 20);
    ties(15, &pairs)
}
