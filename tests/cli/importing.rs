//! `import`: any list becomes one of ours, and what could not be used is said.

use super::*;

/// Runs `import` on a file with this text; the rows that come out, by our headings.
fn import(name: &str, text: impl AsRef<[u8]>, more: &[&str]) -> (Ran, Vec<Vec<(String, String)>>) {
    let file = folder(name, &[("in.csv", text)]).join("in.csv");
    let ran = run(&[&["import", arg(&file)], more].concat());
    let rows = rows(&ran.out);
    (ran, rows)
}

/// The rows of a list: headings with the cells that say something.
fn rows(text: &str) -> Vec<Vec<(String, String)>> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let headings = reader.headers().expect("headings").clone();
    let row = |record: csv::StringRecord| {
        let pairs = headings.iter().zip(&record).filter(|(_, cell)| !cell.is_empty());
        pairs.map(|(heading, cell)| (heading.to_owned(), cell.to_owned())).collect()
    };
    reader.records().map(|record| row(record.expect("as many cells as headings"))).collect()
}

fn cell<'a>(row: &'a [(String, String)], heading: &str) -> &'a str {
    row.iter().find(|(name, _)| name == heading).map_or("", |(_, cell)| cell)
}

#[test]
fn the_bundled_list_stays_as_it_is() {
    let bundled = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/clinics.csv");
    let ran = run(&["import", arg(&bundled)]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let text = fs::read_to_string(&bundled).expect("the bundled list");
    assert!(ran.out.replace("\r\n", "\n") == text.replace("\r\n", "\n"));
    assert!(ran.out.lines().count() > 400 && ran.out.ends_with("\r\n"));
    // What comes out is taken as a list.
    let file = folder("import-bundled", &[("out.csv", &ran.out)]).join("out.csv");
    let listed = run(&["clinics", "--clinics", arg(&file), "--json"]);
    assert_eq!(listed.err, "");
    let own = run(&["clinics", "--json"]);
    assert!(listed.out == own.out);
}

#[test]
fn the_national_register_is_known() {
    let text = "\"NPI\",\"Entity Type Code\",\"Provider Organization Name (Legal Business Name)\",\
        \"Provider Last Name (Legal Name)\",\"Provider First Name\",\"Provider Other Organization Name\",\
        \"Provider First Line Business Mailing Address\",\
        \"Provider First Line Business Practice Location Address\",\
        \"Provider Second Line Business Practice Location Address\",\
        \"Provider Business Practice Location Address City Name\",\
        \"Provider Business Practice Location Address State Name\",\
        \"Provider Business Practice Location Address Postal Code\",\
        \"Provider Business Practice Location Address Telephone Number\",\
        \"Authorized Official Last Name\"\r\n\
        \"1000000001\",\"2\",\"TEA HOUSE PLLC\",\"\",\"\",\"TEA\",\"PO BOX 1\",\"1 MAIN ST\",\"STE 2\",\"SEATTLE\",\"WA\",\"981011234\",\"2065550123\",\"SECRET\"\r\n\
        \"1000000002\",\"1\",\"\",\"SECRET\",\"SECRET\",\"\",\"\",\"2 MAIN ST\",\"\",\"SEATTLE\",\"WA\",\"98101\",\"2065550124\",\"\"\r\n\
        \"1000000003\",\"2\",\"\",\"\",\"\",\"CUP\",\"\",\"3 MAIN ST\",\"\",\"SEATTLE\",\"WASHINGTON\",\"\",\"\",\"\"\r\n";
    let (ran, rows) = import("import-nppes", text, &[]);
    assert_eq!((ran.code, rows.len()), (Some(0), 2), "{}", ran.err);
    let wanted = [
        ("id", "tea-house-pllc-seattle-wa"),
        ("name", "TEA HOUSE PLLC"),
        ("kind", "clinic"),
        ("city", "SEATTLE"),
        ("state", "WA"),
        ("zip", "98101"),
        ("address", "1 MAIN ST, STE 2"),
        ("phone", "206-555-0123"),
        ("lat", "47.613"),
        ("lon", "-122.346"),
        ("geo", "zip"),
        ("seen", "listed"),
        ("status", "listed"),
        ("sources", "in.csv"),
        ("note", "NPI 1000000001"),
    ];
    for (heading, said) in wanted.iter().filter(|(heading, _)| !["lat", "lon"].contains(heading)) {
        assert_eq!(cell(&rows[0], heading), *said, "{heading}");
    }
    assert!(cell(&rows[0], "lat").starts_with("47.6"), "{:?}", rows[0]);
    assert_eq!(rows[0].len(), wanted.len());
    assert_eq!((cell(&rows[1], "name"), cell(&rows[1], "geo")), ("CUP", "city"));
    assert!(!ran.out.contains("SECRET"));
    let said = "name ← Provider Organization Name (Legal Business Name), else Provider Other \
                Organization Name\n";
    assert!(ran.err.contains(said), "{}", ran.err);
    let dropped = "dropped, since they may name persons: Provider Last Name (Legal Name), \
                   Provider First Name, Authorized Official Last Name\n";
    assert!(ran.err.contains(dropped), "{}", ran.err);
    assert!(ran.err.contains("not used: Entity Type Code, Provider First Line"), "{}", ran.err);
    assert!(ran.err.contains("2 clinics, 1 row of persons left out\n"), "{}", ran.err);
}

#[test]
fn lists_of_other_makers_are_known() {
    let text = "name1,name2,street1,street2,city,state,zip,phone,website,latitude,longitude\n\
        Tea House,North,1 Main St,,Seattle,WA,98101,(206) 555-0123,www.tea.example,47.61,-122.34\n";
    let (_, rows) = import("import-samhsa", text, &[]);
    let row = &rows[0];
    for (heading, said) in [
        ("id", "tea-house-north-seattle-wa"),
        ("name", "Tea House, North"),
        ("address", "1 Main St"),
        ("phone", "206-555-0123"),
        ("website", "https://www.tea.example"),
        ("lat", "47.61"),
        ("lon", "-122.34"),
        ("geo", "zip"),
    ] {
        assert_eq!(cell(row, heading), said, "{heading}");
    }
    let text = "Company;Town;Province;Postcode;Tel;URL;Cost;Treatments\n\
        Cup & Co;Boston;Massachusetts;2139;617.555.0123;cup.example;\"$450\";Spravato nasal spray, IV\n\
        Cup & Co;Boston;MA;;;;$400 - $600;\n\
        Pot;;ma;;;;;\n";
    let (_, rows) = import("import-generic", text, &[]);
    for (heading, said) in [
        ("id", "cup-co-boston-ma"),
        ("state", "MA"),
        ("zip", "02139"),
        ("phone", "617-555-0123"),
        ("website", "https://cup.example"),
        ("price_low_usd", "450"),
        ("price_high_usd", ""),
        ("treatments", "spravato;iv"),
        ("geo", "zip"),
    ] {
        assert_eq!(cell(&rows[0], heading), said, "{heading}");
    }
    let [_, second, third] = &rows[..] else { panic!("{rows:?}") };
    assert_eq!((cell(second, "id"), cell(second, "geo")), ("cup-co-boston-ma-2", "city"));
    assert_eq!((cell(second, "price_low_usd"), cell(second, "price_high_usd")), ("400", "600"));
    assert_eq!((cell(third, "geo"), cell(third, "lat")), ("none", ""));
}

#[test]
fn bytes_of_every_kind_are_read() {
    let text =
        b"\xef\xbb\xbfName,State,Note\r\n\"Tea, \"\"the\"\" House\",WA,\"two\r\nlines\"\r\n\r\n\
        Caf\xe9 \x96 West,WA,\r\nCaf\xc3\xa9 East,WA,\x1b[31mred\r\n";
    let (ran, rows) = import("import-bytes", text, &[]);
    let names: Vec<_> = rows.iter().map(|row| cell(row, "name")).collect();
    assert_eq!(names, ["Tea, \"the\" House", "Café – West", "Café East"]);
    assert_eq!(cell(&rows[0], "note"), "two lines");
    assert_eq!(cell(&rows[2], "note"), "␛[31mred");
    assert_eq!(ran.err.matches("not UTF-8").count(), 1);
    assert!(ran.err.contains("in.csv:5: not UTF-8 here"), "{}", ran.err);
    assert_eq!(cell(&rows[1], "id"), "cafe-west-wa");
}

#[test]
fn faults_name_their_lines_and_cost_no_more_than_their_row() {
    let text = "name,state,zip,phone,lat,lon,price\n\
        Good,WA,98101,206-555-0123,,,450\n\
        ,WA,98101,,,,\n\
        No state,,,,,,\n\
        Far,Ontario,,,,,\n\
        Short,WA\n\
        Long,WA,98101,,,,,x\n\
        Commas,WA,98101,,,,,,\n\
        Bad,WA,9,12,91,0,lots\n\
        ,,,,,,\n";
    let (ran, rows) = import("import-faults", text, &[]);
    let names: Vec<_> = rows.iter().map(|row| cell(row, "name")).collect();
    assert_eq!(names, ["Good", "Short", "Commas", "Bad"]);
    for said in [
        "in.csv:3: no name: the row is left out",
        "in.csv:4: no state: the row is left out",
        "in.csv:5: \"Ontario\" is no state",
        "in.csv:6: 2 cells under 7 headings",
        "in.csv:7: 8 cells under 7 headings: is a comma unquoted?",
        "in.csv:9: zip: \"9\" is no ZIP code",
        "in.csv:9: phone: \"12\" is no phone number",
        "in.csv:9: price_low_usd: \"lots\" is no amount",
        "in.csv:9: lat, lon: \"91\" and \"0\" are no degrees",
    ] {
        assert!(ran.err.contains(said), "{said}: {}", ran.err);
    }
    assert!(ran.err.ends_with("guidepost: 4 clinics, 4 rows left out\n"), "{}", ran.err);
    let text = format!("name,state\n{}", "x,Nowhere\n".repeat(50));
    let (ran, _) = import("import-many-faults", text, &[]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""));
    assert_eq!(ran.err.matches("is no state").count(), 20);
    assert!(ran.err.contains("and 30 more faults like these"), "{}", ran.err);
    assert!(ran.err.contains("no clinic could be read, 50 rows left out"), "{}", ran.err);
}

#[test]
fn a_cell_of_10_megabytes_is_cut() {
    let text = format!("name,state,note\nTea,WA,\"{}\"\nCup,WA,short\n", "é".repeat(5_000_000));
    let (ran, rows) = import("import-long", text, &[]);
    assert_eq!(rows.len(), 2);
    assert_eq!(cell(&rows[0], "note").len(), 1024 * 1024);
    assert_eq!(cell(&rows[1], "note"), "short");
    assert!(ran.err.contains("in.csv:2: note: more than 1 MB; it is cut there"));
    assert!(!ran.err.contains("UTF-8"));
    // A quote that never ends takes the rest with it, and no more.
    let (ran, rows) = import(
        "import-open",
        format!("name,state\nTea,WA\n\"{text}", text = "x\n".repeat(3_000_000)),
        &[],
    );
    assert_eq!((ran.code, rows.len()), (Some(0), 1), "{}", ran.err);
    assert!(ran.err.contains("in.csv:3: no state, and a cell over 1 MB (is a quote open?)"));
}

#[test]
fn where_keeps_the_rows_that_hold_every_text() {
    let text = "name,state,services\nTea,WA,Ketamine; tea\nCafé,OR,ketamine\nCup,OR,milk\n";
    let names = |more: &[&str]| -> Vec<String> {
        let (_, rows) = import("import-where", text, more);
        rows.iter().map(|row| cell(row, "name").to_owned()).collect()
    };
    assert_eq!(names(&["--where", "KETAMINE"]), ["Tea", "Café"]);
    assert_eq!(names(&["--where", "ketamine", "--where", "cafe"]), ["Café"]);
    assert_eq!(names(&["--where", "or"]), ["Café", "Cup"]);
    // Not over the end of a cell.
    let (ran, _) = import("import-where", text, &["--where", "Cup,OR"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""));
    assert!(ran.err.contains("3 rows without what was looked for"), "{}", ran.err);
}

#[test]
fn out_makes_a_new_file_for_its_owner_alone() {
    let folder = folder("import-out", &[("in.csv", "Clinic,State,Owner\nTea,WA,SECRET\n")]);
    let (file, to) = (folder.join("in.csv"), folder.join("out.csv"));
    let ran = run(&["import", arg(&file), "--out", arg(&to)]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert_eq!(
        ran.out,
        "name ← Clinic\nstate ← State\ndropped, since they may name persons: Owner\n"
    );
    let text = fs::read_to_string(&to).expect("the list");
    assert!(text.starts_with("id,name,kind,city,state,") && text.contains("\r\ntea-wa,Tea,"));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(&to).expect("the list").permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
    let refused = run(&["import", arg(&file), "--out", arg(&to)]).refused();
    assert!(refused.contains("is there already and stays as it is"), "{refused}");
    assert!(run(&["import", arg(&file), "--out", arg(&file)]).code == Some(2));
    assert_eq!(fs::read_to_string(&to).expect("the list"), text);
    // Nothing usable leaves no file.
    let none = folder.join("none.csv");
    let ran = run(&["import", arg(&file), "--out", arg(&none), "--where", "nothing"]);
    assert_eq!((ran.code, none.exists()), (Some(1), false));
    let ran = run(&["import", arg(&file), "--out", arg(&folder.join("gone/out.csv"))]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("cannot be made: no such file"), "{}", ran.err);
}

#[test]
#[cfg(unix)]
fn a_folder_that_takes_no_files_is_said() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder("import-closed", &[("in.csv", "name,state\nTea,WA\n")]);
    let closed = folder.join("closed");
    let _ = fs::create_dir(&closed);
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o500)).expect("may be set");
    // Whoever may write everywhere cannot be kept out.
    if fs::write(closed.join("probe"), "").is_ok() {
        return;
    }
    let to = closed.join("out.csv");
    let ran = run(&["import", arg(&folder.join("in.csv")), "--out", arg(&to)]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("cannot be made: permission denied"), "{}", ran.err);
}

#[test]
fn what_is_no_list_is_refused_with_what_to_do() {
    let (ran, _) = import("import-unknown", "Foo,State,Bar\nx,WA,y\n", &[]);
    let refused = ran.refused();
    assert!(refused.contains("no column is known to hold the name"), "{refused}");
    assert!(refused.ends_with("rename one of its columns to name: Foo, State, Bar"), "{refused}");
    let (ran, _) = import("import-unknown", "Foo,Bar\n", &[]);
    assert!(ran.refused().contains("to name, one to state: Foo, Bar"));
    let (ran, _) = import("import-unknown", "", &[]);
    assert!(ran.refused().ends_with("is empty"));
    let (ran, _) = import("import-unknown", b"\xff\xfen\0a\0", &[]);
    assert!(ran.refused().contains("UTF-16"));
    assert!(run(&["import", "gone.csv"]).refused().contains("gone.csv: cannot be read"));
    let folder = folder::<&str>("import-folder", &[]);
    assert!(run(&["import", arg(&folder)]).refused().contains("cannot be read"));
    let (ran, _) = import("import-unknown", "name,state\nTea,WA\n", &["--json"]);
    assert!(ran.refused().contains("leave --json out"));
    let ran = run_with(&["import", "-"], b"name,state\nTea,WA\n");
    assert_eq!(cell(&rows(&ran.out)[0], "sources"), "standard input");
}
