//! The ids by which the rows of a list go.

use std::collections::HashMap;

use super::Faults;
use crate::clinic::cells::{Cells, Column};
use crate::guide::slug::slug;
use crate::plain::one_line;

/// The id a row goes by: its own, else one made of its name and place.
pub(super) fn id(
    cells: &Cells,
    state: &str,
    line: usize,
    faults: &mut Faults,
    taken: &mut HashMap<Box<str>, Taken>,
) -> Box<str> {
    let own = cells.get(Column::Id);
    let wanted = match own {
        "" => {
            let named = [cells.get(Column::Name), cells.get(Column::City), state];
            let named: Vec<&str> = named.into_iter().filter(|part| !part.is_empty()).collect();
            slug(&named.join(" "))
        }
        own if own.bytes().all(|byte| byte.is_ascii_graphic()) => own.to_owned(),
        own => one_line(own),
    };
    let Some(first) = taken.get(wanted.as_str()).copied() else {
        let id = wanted.into_boxed_str();
        taken.insert(id.clone(), Taken { line, next: 2 });
        return id;
    };
    let mut next = first.next;
    let numbered = |next: usize| format!("{wanted}-{next}").into_boxed_str();
    let mut id = numbered(next);
    while taken.contains_key(&id) {
        next += 1;
        id = numbered(next);
    }
    if !own.is_empty() {
        let first = first.line;
        faults.add(line, format!("the id \"{wanted}\" is taken by line {first}; this is {id}"));
    }
    taken.insert(wanted.into_boxed_str(), Taken { next: next + 1, ..first });
    taken.insert(id.clone(), Taken { line, next: 2 });
    id
}

/// An id that is taken: by which line, and the number to try behind it next.
#[derive(Debug, Clone, Copy)]
pub(super) struct Taken {
    line: usize,
    next: usize,
}

#[cfg(test)]
mod tests {
    use crate::clinic::{List, STATES};

    #[test]
    fn rows_of_one_name_get_ids_of_their_own_in_short_time() {
        let rows = "Tea,WA\n".repeat(20_000);
        let (list, faults) = List::parse("x.csv", format!("name,state\n{rows}"));
        let ids: Vec<_> = list.ids().collect();
        assert_eq!((ids[0], ids[1], ids[19_999]), ("tea-wa", "tea-wa-2", "tea-wa-20000"));
        assert_eq!(faults, []);
    }

    #[test]
    fn a_number_that_is_taken_is_passed_over() {
        let text = "id,name,state\na,A,WA\na-2,B,WA\na,C,WA\na,D,WA\n";
        let (list, faults) = List::parse("x.csv", text.to_owned());
        assert_eq!(list.ids().collect::<Vec<_>>(), ["a", "a-2", "a-3", "a-4"]);
        assert_eq!(faults.len(), 2);
        assert_eq!(faults[0].to_string(), "x.csv:4: the id \"a\" is taken by line 2; this is a-3");
    }

    #[test]
    fn states_stand_in_order_so_that_they_are_found() {
        assert!(STATES.is_sorted());
    }
}
