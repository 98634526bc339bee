//! Lists become cards.

use urlink::model::{
    JobState, Language, LinkQuery, LinkState, Problem, SaveOptions, Settings, Theme,
};

use super::simulation::{Reply, World, open};
use super::{lines, urls, view};

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
                limit: 10,
                language: Some(Language::Ko),
                ..LinkQuery::default()
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

#[test]
fn a_link_that_is_saved_already_is_named_with_its_place() {
    let world = World::new(3);
    world
        .run(async {
            let engine = open(&world).await.unwrap();
            let category = engine.create_category("First").await.unwrap();
            let first = SaveOptions {
                category: Some(category.id.clone()),
                ..SaveOptions::default()
            };
            let url = urls(&["https://a.example/?utm_source=x"]);
            engine.save_urls(&url, &first).await.unwrap();
            let again = urls(&["https://A.example/", "https://a.example"]);
            let report = engine
                .save_urls(&again, &SaveOptions::default())
                .await
                .unwrap();
            let twice = Some(Problem::DuplicateInLibrary);
            assert_eq!(lines(&report.duplicates), [(0, twice), (1, twice)]);
            assert_eq!(report.duplicates[0].category, Some(category.id));
            assert_eq!(report.duplicates[0].url.as_deref(), Some(&*url[0]));
            assert_eq!(engine.list_categories().all, 1);
        })
        .value();
    assert_eq!(world.sites().requests.borrow().len(), 1);
}

#[test]
fn two_lists_at_the_same_time_save_a_link_once() {
    let world = World::new(4);
    let list: Vec<String> = (0..300)
        .map(|n| format!("https://h{}.example/{n}", n % 9))
        .collect();
    world
        .run(async {
            let engine = open(&world).await.unwrap();
            let options = SaveOptions::default();
            let both = futures_util::future::join(
                engine.save_urls(&list, &options),
                engine.save_urls(&list, &options),
            );
            let (one, other) = both.await;
            let (one, other) = (one.unwrap(), other.unwrap());
            assert_eq!(one.saved.len() + other.saved.len(), 300);
            assert_eq!(one.duplicates.len() + other.duplicates.len(), 300);
        })
        .value();
    assert_eq!(world.sites().requests.borrow().len(), 300);
}

#[test]
fn a_single_save_overtakes_a_bulk_one() {
    let world = World::new(5);
    world
        .sites()
        .otherwise(|_, _, _| Reply::titled("Slow").with(|page| page.latency = 3_000));
    world
        .sites()
        .answer("https://now.example/", [Reply::titled("Now")]);
    let bulk: Vec<String> = (0..2_000)
        .map(|n| format!("https://h{n}.example/"))
        .collect();
    world
        .run(async {
            let engine = open(&world).await.unwrap();
            let options = SaveOptions::default();
            engine.accept(&bulk, &options).await.unwrap();
            let single = async {
                use urlink::engine::ports::Clock as _;
                world.sleep(5_000).await;
                let asked = world.elapsed();
                let url = urls(&["https://now.example/"]);
                let job = engine.accept(&url, &options).await.unwrap();
                assert!(job.urgent);
                while engine.list_jobs()[0].state != JobState::Done {
                    world.sleep(10).await;
                }
                assert!(world.elapsed() - asked < 600, "{}", world.elapsed() - asked);
                assert_ne!(engine.list_jobs()[1].state, JobState::Done);
            };
            let (run, ()) = futures_util::future::join(engine.run_jobs(), single).await;
            run.unwrap();
        })
        .value();
}

#[test]
fn hints_are_shown_until_the_page_says_better() {
    let world = World::new(6);
    world
        .sites()
        .answer("https://wall.example/", [Reply::status(401)]);
    world
        .sites()
        .answer("https://a.example/", [Reply::titled("The page's own")]);
    let list = urls(&[
        "https://wall.example/",
        "https://a.example/",
        "제목 https://b.example/글",
    ]);
    world
        .sites()
        .answer("https://b.example/%EA%B8%80", [Reply::status(404)]);
    let options = SaveOptions {
        hints: vec![
            Some("  The tab's\n title ".to_owned()),
            Some("Old".to_owned()),
        ],
        ..SaveOptions::default()
    };
    world
        .run(async {
            let engine = open(&world).await.unwrap();
            engine.save_urls(&list, &options).await.unwrap();
            let shown: Vec<String> = view(&engine, "all")
                .await
                .into_iter()
                .map(|link| link.title)
                .collect();
            assert_eq!(shown, ["제목", "The page's own", "The tab's title"]);
        })
        .value();
}

#[test]
fn settings_are_kept() {
    let world = World::new(8);
    let settings = Settings {
        language: Some(Language::Ko),
        theme: Theme::Dark,
        ..Settings::default()
    };
    world
        .run(async {
            let engine = open(&world).await.unwrap();
            assert_eq!(engine.settings(), Settings::default());
            engine.set_settings(settings.clone()).await.unwrap();
            let engine = open(&world).await.unwrap();
            assert_eq!(engine.settings(), settings);
            assert_eq!(engine.language(None), Language::Ko);
            assert_eq!(engine.language(Some(Language::En)), Language::En);
        })
        .value();
}

#[test]
fn an_empty_list_is_a_job_that_is_done() {
    let world = World::new(9);
    world
        .run(async {
            let engine = open(&world).await.unwrap();
            let job = engine.accept(&[], &SaveOptions::default()).await.unwrap();
            assert_eq!((job.state, job.lines), (JobState::Done, 0));
            assert!(!engine.has_work());
            let text = "\u{feff}https://a.example/\r\n\r\nhttps://b.example/\r\n";
            let job = engine
                .accept_text(text, &SaveOptions::default())
                .await
                .unwrap();
            assert_eq!(job.total, 2);
            assert!(engine.has_work());
        })
        .value();
}
