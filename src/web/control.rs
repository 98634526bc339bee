//! The exports by which a person holds, ends and repeats jobs. As those of [`super::api`].

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::api::{library, told};
use super::convert::{from_js, given, promise, to_js};
use crate::model::{JobId, LinkId, LinkSelection, Problem, ProblemView};

/// Holds a job.
///
/// # Errors
/// `no-such-job`, those of the store.
#[wasm_bindgen(js_name = pauseJob, unchecked_return_type = "Promise<Job>")]
pub fn pause_job(#[wasm_bindgen(unchecked_param_type = "string")] job: JsValue) -> Promise {
    promise(async move {
        let library = library()?;
        let job = library.pause_job(&given::<JobId>(job)?).await;
        to_js(&job.map_err(told(&library))?)
    })
}

/// Lets a job go on that was held or ended; [`super::api::run_jobs`] is to be called then.
///
/// # Errors
/// Those of [`pause_job`].
#[wasm_bindgen(js_name = resumeJob, unchecked_return_type = "Promise<Job>")]
pub fn resume_job(#[wasm_bindgen(unchecked_param_type = "string")] job: JsValue) -> Promise {
    promise(async move {
        let library = library()?;
        let job = library.resume_job(&given::<JobId>(job)?).await;
        to_js(&job.map_err(told(&library))?)
    })
}

/// Ends a job: what is read stays, the other links stay as plain links.
///
/// # Errors
/// Those of [`pause_job`].
#[wasm_bindgen(js_name = cancelJob, unchecked_return_type = "Promise<Job>")]
pub fn cancel_job(#[wasm_bindgen(unchecked_param_type = "string")] job: JsValue) -> Promise {
    promise(async move {
        let library = library()?;
        let job = library.cancel_job(&given::<JobId>(job)?).await;
        to_js(&job.map_err(told(&library))?)
    })
}

/// Reads the pages again that a job could not read: all, or those with one problem, by its code;
/// [`super::api::run_jobs`] is to be called then.
///
/// # Errors
/// `bad-request` for a problem that there is not; those of [`pause_job`].
#[wasm_bindgen(js_name = retryJob, unchecked_return_type = "Promise<Job>")]
pub fn retry_job(
    #[wasm_bindgen(unchecked_param_type = "string")] job: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "string")] problem: JsValue,
) -> Promise {
    promise(async move {
        let library = library()?;
        let problem: Option<Problem> = from_js(problem)?;
        let job = library.retry_job(&given::<JobId>(job)?, problem).await;
        to_js(&job.map_err(told(&library))?)
    })
}

/// The same for one link of a job.
///
/// # Errors
/// Those of [`pause_job`].
#[wasm_bindgen(js_name = retryLink, unchecked_return_type = "Promise<Job>")]
pub fn retry_link(
    #[wasm_bindgen(unchecked_param_type = "string")] job: JsValue,
    #[wasm_bindgen(unchecked_param_type = "string")] link: JsValue,
) -> Promise {
    promise(async move {
        let library = library()?;
        let (job, link): (JobId, LinkId) = (given(job)?, given(link)?);
        let job = library.retry_link(&job, &link).await;
        to_js(&job.map_err(told(&library))?)
    })
}

/// Reads pages anew, as a job of its own: what the pages say is brought up to date, what the user
/// says stays; [`super::api::run_jobs`] is to be called then.
///
/// # Errors
/// `bad-request` for what is no selection, `no-links` for an empty one, `no-such-category`, those
/// of the store.
#[wasm_bindgen(js_name = refreshLinks, unchecked_return_type = "Promise<Job>")]
pub fn refresh_links(
    #[wasm_bindgen(unchecked_param_type = "LinkSelection")] selection: JsValue,
) -> Promise {
    promise(async move {
        let library = library()?;
        let selection: LinkSelection = given(selection)?;
        let job = library.refresh(&selection).await;
        to_js(&job.map_err(told(&library))?)
    })
}

/// Forgets a job that is over, or all that are; their links stay.
///
/// # Errors
/// `no-such-job`, `job-not-over`, those of the store.
#[wasm_bindgen(js_name = clearJobs, unchecked_return_type = "Promise<void>")]
pub fn clear_jobs(
    #[wasm_bindgen(unchecked_optional_param_type = "string")] job: JsValue,
) -> Promise {
    promise(async move {
        let library = library()?;
        let job: Option<JobId> = from_js(job)?;
        let cleared = library.clear_jobs(job.as_ref()).await;
        cleared.map_err(told(&library))?;
        Ok(JsValue::UNDEFINED)
    })
}

/// The ids of the links of a job that have a problem, by its code; with `cancelled`, of those that
/// it left unread.
///
/// # Errors
/// Those of [`retry_job`].
#[wasm_bindgen(js_name = problemLinks, unchecked_return_type = "Promise<string[]>")]
pub fn problem_links(
    #[wasm_bindgen(unchecked_param_type = "string")] job: JsValue,
    #[wasm_bindgen(unchecked_param_type = "string")] problem: JsValue,
) -> Promise {
    promise(async move {
        let library = library()?;
        let code: Problem = given(problem)?;
        let links = library.problem_links(&given::<JobId>(job)?, code).await;
        to_js(&links.map_err(told(&library))?)
    })
}

/// Every problem that there is, in a language.
///
/// # Errors
/// `library-not-open`.
#[wasm_bindgen(js_name = listProblems, unchecked_return_type = "ProblemView[]")]
pub fn list_problems(
    #[wasm_bindgen(unchecked_optional_param_type = "Language")] language: JsValue,
) -> Result<JsValue, JsValue> {
    let language = library()?.language(from_js(language)?);
    let problems = Problem::ALL.iter();
    let views: Vec<ProblemView> = problems
        .map(|problem| ProblemView::new(*problem, language))
        .collect();
    to_js(&views)
}
