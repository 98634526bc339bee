//! Each operation of the engine, and what becomes of each fault.

mod simulation;

use simulation::{Reply, World, open};
use urlink::model::{JobState, Language, LinkQuery, LinkState, Problem, ReportEntry, SaveOptions};

fn urls(urls: &[&str]) -> Vec<String> {
    urls.iter().map(|url| (*url).to_owned()).collect()
}

fn lines(entries: &[ReportEntry]) -> Vec<(u32, Option<Problem>)> {
    entries
        .iter()
        .map(|entry| (entry.line, entry.code))
        .collect()
}

#[test]
fn a_list_becomes_cards_and_a_report_with_a_place_for_every_line() {
    let world = World::new(1);
    let sites = world.sites();
    sites.answer("https://a.example/", [Reply::titled("Page A")]);
    sites.answer("https://b.example/x", [Reply::status(404)]);
    let list = urls(&[
        "https://a.example/",
        "",
        "# later",
        "javascript:alert(1)",
        "HTTPS://A.example/#top",
        "https://b.example/x",
    ]);
    world
        .run(async {
            let engine = open(&world).await.unwrap();
            let category = engine.create_category("  읽을 글 ").await.unwrap();
            let options = SaveOptions {
                category: Some(category.id.clone()),
                ..SaveOptions::default()
            };
            let report = engine.save_urls(&list, &options).await.unwrap();
            assert_eq!(lines(&report.saved), [(0, None)]);
            assert_eq!(
                lines(&report.skipped),
                [(1, Some(Problem::Blank)), (2, Some(Problem::Comment))]
            );
            assert_eq!(
                lines(&report.blocked),
                [(3, Some(Problem::UnsupportedScheme))]
            );
            assert_eq!(
                lines(&report.duplicates),
                [(4, Some(Problem::DuplicateInList))]
            );
            assert_eq!(lines(&report.failed), [(5, Some(Problem::NotFound))]);
            assert_eq!(report.duplicates[0].category, Some(category.id.clone()));
            assert_eq!(report.duplicates[0].id, report.saved[0].id);
            assert_eq!(report.blocked[0].input, "javascript:alert(1)");

            let query = LinkQuery {
                category: category.id.to_string(),
                offset: 0,
                limit: 10,
                language: Some(Language::Ko),
            };
            let page = engine.query_links(&query).await.unwrap();
            let shown: Vec<_> = page.links.iter().map(|link| link.title.as_str()).collect();
            assert_eq!(shown, ["b.example/x", "Page A"], "the last one is on top");
            assert_eq!(page.links[0].state, LinkState::Failed);
            let problem = page.links[0].problem.as_ref().unwrap();
            assert_eq!(problem.message, Problem::NotFound.sentence(Language::Ko));

            let job = &engine.list_jobs()[0];
            assert_eq!(job.state, JobState::Done);
            assert_eq!(
                (job.lines, job.total, job.rejected, job.duplicates),
                (6, 2, 1, 1)
            );
            let list = engine.list_categories();
            assert_eq!((list.all, list.unsorted, list.problems), (2, 0, 1));
            assert_eq!(list.categories[0].name, "읽을 글");
            assert_eq!(list.categories[0].count, 2);
            assert_eq!(list.last, Some(category.id.clone()));

            let place = engine.find_saved("https://a.example").await.unwrap();
            assert_eq!(place.unwrap().category, Some(category.id));
            assert_eq!(engine.find_saved("https://c.example").await, Ok(None));
        })
        .value();
}

#[test]
fn a_library_is_the_same_when_it_is_opened_again() {
    let world = World::new(2);
    let list: Vec<String> = (0..2_000)
        .map(|n| format!("https://host{}.example/{n}", n % 37))
        .collect();
    let before = world
        .run(async {
            let engine = open(&world).await.unwrap();
            let job = engine.accept(&list, &SaveOptions::default()).await.unwrap();
            engine.run_jobs().await.unwrap();
            let report = engine.report(&job.id, None).await.unwrap();
            (report, engine.list_categories(), engine.list_jobs())
        })
        .value();
    assert_eq!(before.0.saved.len(), 2_000);
    assert_eq!(before.1.all, 2_000);
    assert!(world.sites().most_at_a_host.get() <= 4);
    let after = world
        .run(async {
            let engine = open(&world).await.unwrap();
            let report = engine.report(&before.2[0].id, None).await.unwrap();
            (report, engine.list_categories(), engine.list_jobs())
        })
        .value();
    assert_eq!(before, after);
}
