//! Sentences that a rule refuses, and their likes that it lets pass.
//!
//! They stand in one guide, each in a section of its own, so that a finding belongs to one
//! of them.

use std::collections::BTreeSet;

use super::*;

/// Where they are put in the fixture.
const PLACE: &str = "## Next step {#next-step}";

/// Sentences with the codes of what is found on their line, and nowhere else.
const BREAKS: &[(&str, &[&str])] = &[
    // A figure told of another drug or group.
    (
        "comparison",
        &[
            "12 of 20 people slept better on ketamine, against 6 of 20 on water.[^F-TEA-001]",
            "12 of 20 people slept better on tea, against 6 of 20 on placebo.[^F-TEA-001]",
            "12 of 20 people slept better on tea, against 6 of 20 who got nothing.[^F-TEA-001]",
            "On water, 12 of 20 people slept better; on tea, 6 of 20.[^F-TEA-001]",
            "12 of 20 people slept better, against 6 of 20.[^F-TEA-001]",
            "12 of 20 people on tea slept well.[^F-TEA-001]",
            "Of 9 people on placebo 7 slept better, with no comparison group.[^F-TEA-004]",
            "Of 9 people 7 slept better, with a comparison group.[^F-TEA-004]",
            "The score of 9 people went down.[^F-TEA-004]",
        ],
    ),
    // Another figure of the same fact.
    (
        "figure",
        &[
            "6 of 12 people slept better on water, against 12 of 20 on tea.[^F-TEA-001]",
            "20 of 20 people slept better on herbal tea.[^F-TEA-004][^F-TEA-001] There was no comparison group.",
            "41 people had relapsed, with no comparison group.[^F-TEA-010]",
            "90 people had a cup.[^F-TEA-005]",
            "A cup costs 30 cents.[^F-TEA-006]",
            "A host takes $30 with $15 for a taste.[^F-TEA-006]",
            "18 were in remission, with no comparison group.[^F-TEA-010]",
            "9 responded and 18 were in remission, with no comparison group.[^F-TEA-010]",
            "Of 30 people with PTSD 18 responded, with no comparison group.[^F-TEA-010]",
            "A tenth had relapsed by 41 days, with no comparison group.[^F-TEA-010]",
            "Nine in ten people slept better on tea, against three in ten on water.[^F-TEA-001]",
            // Turned round: a claim, what is denied in other words, an opposite.
            "Tea is approved for sleep.[^F-TEA-013]",
            "It showed a benefit in 50 veterans.[^F-TEA-013]",
            "The veterans had a gain.[^F-TEA-013]",
            "It could ease sleep, and nobody was harmed.[^F-TEA-013]",
            "A course is not six cups.[^F-TEA-005]",
            "It was served at a high heat.[^F-TEA-013]",
            "It was tried with 50 civilians.[^F-TEA-013]",
            // Bounds, ranges and spans of time.
            "It was served for at most 20 minutes.[^F-TEA-013]",
            "The count went from 18 to 30.[^F-TEA-013]",
            "A cup costs $30 to $20.[^F-TEA-006]",
            "In all, 50 of 30 cups were full.[^F-TEA-013]",
            "The tea was served for years.[^F-TEA-013]",
            // A word for a share.
            "Few of the people had milk.[^F-TEA-012]",
            "Hardly anyone had milk.[^F-TEA-012]",
            "Most people sleep well.",
            // How strong the evidence is.
            "The proof for tea is solid.[^F-TEA-013]",
            "The proof for tea is early.[^F-TEA-013]",
            "The evidence is solid.",
            // Without a fact.
            "Half of all people were helped.",
            "A third of people stay well.",
            "Nine out of ten sleep.",
            "One in five sleeps.",
            "One in 100 people sleeps.",
            "Two thirds of the people sleep.",
            "Three quarters sleep.",
            "Half of the veterans sleep.",
            "Ten of the veterans sleep.",
            "Two of them died.",
            "Twenty young people sleep.",
            "Thirty-five people sleep.",
            "Dozens of people sleep.",
            "Hundreds of studies say so.",
            "In all 988 people slept.",
            "In all 911 people slept.",
            "All of 100 people slept in 100 of 100 nights.",
            "Of all, 90pct slept.",
            "In all 500people slept.",
            "It lasts a couple of years.",
            "It costs two dollars.",
            "We checked 23 of these.",
            "A paper that was reviewed says 23% slept.",
            "Prices were checked in January 2026.",
            "Doctors press 90% of people to go on.",
            // Rounded, but not to this.
            "In one trial 12 of 20 people slept better on tea, against 6 of 20 on water.[^F-TEA-001] That is nine in ten.",
        ],
    ),
    (
        "link",
        &[
            "The label says so.[F-TEA-001]",
            "The label says so.^F-TEA-001",
            "Chat at [tealine.org](https://tealine.com/night).",
        ],
    ),
    (
        "crisis",
        &[
            "In danger, never call 911.",
            "In danger, you need not call 911.",
            "There is no need to call 988.",
            "Chat at tealine.com.",
            "In Spanish press 1.[^F-TEA-011]",
            "For the night line press three.",
            "Chat, or text 838255.[^F-TEA-011]",
            "For the night line press 3.[^F-TEA-011]",
        ],
    ),
    (
        "words",
        &[
            "Tea is really safe.",
            "Tea seems safe.",
            "Tea looks safe.",
            "Tea proves safe.",
            "Tea is a safe and effective option.",
            "Tea is as safe as aspirin.",
            "Tea is safe to use.",
            "Tea is safe at home.",
            "Tea is safe with alcohol.",
            "When a doctor gives it, tea is safe.",
            "Tea is safer than pills.",
            "It is re-wiring the brain.",
            "It is a break-through.",
            "It is gamechanging.",
            "It is a cureall.",
            "It is the miracle's end.",
            "She suffers from it.",
            "A substance abuser may not have it.",
            "It's a cure.",
            "It is a deadly horse drug.",
            "Spravato is approved for trauma.",
            "Ketamine is approved for veterans with PTSD.",
            "Ketamine is licensed for PTSD.",
            "The FDA approved ketamine for use in PTSD.",
            "Spravato is approved not only for depression but for PTSD.",
            "Spravato is approved only for PTSD.",
        ],
    ),
    (
        "advice",
        &[
            "You must do it.",
            "You have to go to a clinic.",
            "It's best to begin now.",
            "We'd recommend a cup.",
            "You shouldn't wait.",
            "Insist on the larger cup.",
            "Your best option is a cup.",
            "By the label you take 56 mg at once.[^F-TEA-001]",
            "Take half a gram.",
            "Take two tablets under the tongue.",
            "Spray three devices in one go.",
            "Start with 50 milligrams at home.",
        ],
    ),
];

/// More codes than the one they are listed under.
const ALSO: &[(&str, &str)] = &[
    ("12 of 20 people on tea slept well.[^F-TEA-001]", "comparison"),
    ("It is a deadly horse drug.", "words"),
    ("By the label you take 56 mg at once.", "figure"),
    ("Doctors press 90% of people to go on.", "crisis"),
    ("Start with 50 milligrams at home.", "figure"),
];

/// Sentences that look like a breach and are none.
const PASSES: &[&str] = &[
    // Whose figure it is stands before or behind it, or in the clause before.
    "On water 6 of 20 people slept better; on tea, 12 of 20.[^F-TEA-001]",
    "People slept better on tea than on water: 12 of 20, against 6 of 20.[^F-TEA-001]",
    "After water 6 of 20 people slept better, after tea 12 of 20.[^F-TEA-001]",
    "With tea, sleep got better in 12 cases of 20, with water in 6 of 20.[^F-TEA-001]",
    "Six in ten people slept better on tea, against three in ten on water.[^F-TEA-001]",
    // That nobody was compared with can be said in many ways.
    "There was no control arm, and 18 people responded.[^F-TEA-010]",
    "With no one to compare them with, 18 people responded.[^F-TEA-010]",
    // Figures as the fact has them, in other words.
    "Of thirty people eighteen responded and nine were in remission, with no comparison group.[^F-TEA-010]",
    "A cup costs $20 to $30, and a taste $15.[^F-TEA-006]",
    "A cup may cost one thousand dollars.[^F-TEA-006]",
    "Four fifths is more than 12 of 20 people on tea, or 6 of 20 on water.[^F-TEA-012]",
    "One hundred and fifty-eight people had tea.[^F-TEA-012]",
    // A sentence that rounds what the one before it states.
    "In one trial 12 of 20 people slept better on tea, against 6 of 20 on water.[^F-TEA-001] That is six in ten against three in ten.",
    // Denied as the fact denies it, left open, or told with its opposite.
    "Tea has no approval for sleep.[^F-TEA-013]",
    "Tea brought no gain, nor did it ease sleep.[^F-TEA-013]",
    "No cup was shown to help, or to ease sleep.[^F-TEA-013]",
    "Who had a gain from tea.[^F-TEA-013]",
    "The heat was low, where others take it high.[^F-TEA-013]",
    "A cup is not dear: $20 to $30.[^F-TEA-006]",
    "It was served for at least 20 minutes.[^F-TEA-013]",
    "The count went from 30 to 18.[^F-TEA-013]",
    "The tea was served for weeks.[^F-TEA-013]",
    "Most of the people had milk.[^F-TEA-012]",
    "A few people had no milk.[^F-TEA-012]",
    "Tell them what matters most.",
    "The proof for tea is mixed.[^F-TEA-013]",
    "The evidence is early.",
    "Whether the evidence will grow is unknown.",
    "It depends on what is solid ground.",
    // No figures of people.
    "Half of the cost is yours.",
    "That is a third of the way.",
    "Two of them are free.",
    "The first two of the three parts are short.",
    "One of the two pots is larger.",
    "A third dose may follow.",
    "How many people in 100 sleep is not known.",
    "Prices were checked in November 2026, and on November 23, 2026.",
    // History may name a key that leads nowhere now.
    "The night line, once press 3, ended in July 2025.[^F-TEA-011]",
    "In Spanish press 2.[^F-TEA-011]",
    "Chat at www.tealine.org, or see [tealine.org](https://tealine.org/night).",
    "Do not wait to call 911.",
    "If you are not well, call 911.",
    // Safety may be denied, asked, left open, or be that of a place or a person.
    "No one says that tea is safe.",
    "Whether months of tea are safe is not known.",
    "Ask how the clinic makes sure that you are safe.",
    "Some adverts call tea safe.",
    "Wait until it is safe to walk.",
    "Have a safe way home.",
    "The tea is kept in a safe.",
    "Ask which one is safer.",
    "Nothing shows that it is safer.",
    "Spravato is not approved for PTSD, and ketamine is not either.",
    "Only sertraline and paroxetine are approved for PTSD, so Spravato is used off-label.",
    "Trauma-focused therapy is not what Spravato is approved for.",
    // Duties that are conditions, and no advice.
    "You must be 18 years old.[^F-TEA-012]",
    "You must first have tried tea.",
    "Do you have to send a letter first, and who asks for it?",
    "Ask what you have to pay.",
    "You do not have to wait.",
    "You may have to wait.",
    "The trial gave 56 mg by the label.[^F-TEA-012]",
    "Take two photos of the letter.",
    "Use a page for each day.",
];

/// How a finding under `code` reads behind its line.
fn said(code: &str) -> String {
    format!(": {code}: ")
}

#[test]
fn each_sentence_is_found_under_its_rule_or_passes() {
    let broken = BREAKS.iter().flat_map(|(code, all)| all.iter().map(move |own| (*own, *code)));
    let sentences: Vec<_> = broken.chain(PASSES.iter().map(|own| (*own, ""))).collect();
    let mut text = String::new();
    let folder = edited("sentences", "tea.md", |guide| {
        let own = |(i, (sentence, _)): (usize, &(&str, &str))| {
            format!("### More {{#more-{i}}}\n\n{sentence}\n\n")
        };
        let all: String = sentences.iter().enumerate().map(own).collect();
        text = guide.replace(PLACE, &(all + PLACE));
        text.clone()
    });
    let library = Library::folder(&folder).expect("a library");
    let tea = library.find("tea").expect("the guide").index;
    let findings = check::guide(&library, tea, TODAY).findings;
    let mut wrong = Vec::new();
    for (sentence, code) in &sentences {
        let at = text.find(&format!("\n\n{sentence}\n")).expect("the sentence") + 2;
        let line = text[..at].matches('\n').count() + 1;
        let own = findings.iter().filter(|finding| finding.line == Some(line));
        let found: Vec<_> = own.map(ToString::to_string).collect();
        let also = ALSO.iter().filter(|(begin, _)| sentence.starts_with(begin));
        let codes: BTreeSet<&str> =
            also.map(|(_, code)| *code).chain([*code]).filter(|code| !code.is_empty()).collect();
        let told = codes.iter().all(|code| found.iter().any(|own| own.contains(&said(code))));
        let none = found.iter().all(|own| codes.iter().any(|code| own.contains(&said(code))));
        if !told || !none {
            wrong.push(format!("{codes:?} for \"{sentence}\": {found:?}"));
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
    let first = text.find("### More").expect("the first");
    let last = text.find(PLACE).expect("what is behind them");
    let lines = [first, last].map(|at| text[..at].matches('\n').count() + 1);
    let outside = |finding: &&check::Finding| {
        finding.line.is_none_or(|line| !(lines[0]..lines[1]).contains(&line))
    };
    assert_eq!(findings.iter().filter(outside).collect::<Vec<_>>(), Vec::<&check::Finding>::new());
}
