//! Sites that answer as the test, or chance, decides.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;

use urlink::address::Zone;
use urlink::engine::ports::{Clock, Network, NetworkError, Request, Response, Way};
use urlink::model::Millis;
use urlink::page::ResponseHead;

use super::reply::Reply;
use super::world::World;

type Chooser = Box<dyn Fn(&World, &str, u32) -> Reply>;

/// All the sites there are, and what they saw.
#[derive(Default)]
pub struct Sites {
    /// The answers to come, by address; the last one stays.
    replies: RefCell<BTreeMap<String, VecDeque<Reply>>>,
    /// Chooses the other answers, of an address and how often it was asked for.
    chooser: RefCell<Option<Chooser>>,
    /// Every request: when, and for what.
    pub requests: RefCell<Vec<(Millis, String)>>,
    pub asked: RefCell<BTreeMap<String, u32>>,
    /// Requests open now, by host and in all, and the most there were.
    pub open: RefCell<BTreeMap<String, u32>>,
    pub most_at_a_host: Cell<u32>,
    pub most: Cell<u32>,
    pub offline: Cell<bool>,
    /// Whether what is under way when it goes may be lost.
    pub harsh: Cell<bool>,
    /// How often the network went.
    pub gone: Cell<u32>,
    /// The zone of the last request.
    pub zone: Cell<Option<Zone>>,
}

impl Sites {
    /// The answers of an address: one after another, the last for good.
    pub fn answer(&self, url: &str, replies: impl IntoIterator<Item = Reply>) {
        let replies = replies.into_iter().collect();
        self.replies.borrow_mut().insert(url.to_owned(), replies);
    }

    /// Chooses the answers of all other addresses.
    pub fn otherwise(&self, chooser: impl Fn(&World, &str, u32) -> Reply + 'static) {
        *self.chooser.borrow_mut() = Some(Box::new(chooser));
    }

    /// How often an address was asked for.
    pub fn asked(&self, url: &str) -> u32 {
        self.asked.borrow().get(url).copied().unwrap_or(0)
    }

    /// The network goes or comes back.
    pub fn set_offline(&self, offline: bool) {
        if offline && !self.offline.replace(offline) {
            self.gone.set(self.gone.get() + 1);
        }
        self.offline.set(offline);
    }

    /// What becomes of a request that was under way when the network went.
    async fn cross(&self, world: &World, gone: u32) -> Result<(), NetworkError> {
        if self.gone.get() == gone || !self.harsh.get() {
            return Ok(());
        }
        let errors = [
            NetworkError::CutOff,
            NetworkError::Dns,
            NetworkError::EmptyResponse,
            NetworkError::Offline,
            NetworkError::Refused,
            NetworkError::Reset,
            NetworkError::Unknown,
        ];
        match world.below(3) {
            0 => std::future::pending().await,
            1 => Err(world.pick(&errors)),
            _ => Ok(()),
        }
    }

    fn reply(&self, world: &World, url: &str) -> Reply {
        let times = {
            let mut asked = self.asked.borrow_mut();
            let times = asked.entry(url.to_owned()).or_default();
            *times += 1;
            *times
        };
        if let Some(replies) = self.replies.borrow_mut().get_mut(url) {
            return if replies.len() > 1 {
                replies.pop_front().unwrap()
            } else {
                replies[0].clone()
            };
        }
        match &*self.chooser.borrow() {
            Some(chooser) => chooser(world, url, times),
            None => Reply::titled("A page"),
        }
    }
}

pub struct SimNetwork(World);

impl SimNetwork {
    pub fn new(world: &World) -> Self {
        world.sites().open.borrow_mut().clear();
        Self(world.clone())
    }
}

impl Network for SimNetwork {
    type Response = SimResponse;

    async fn get(&self, request: Request<'_>) -> Result<SimResponse, NetworkError> {
        let url = request.url.to_owned();
        let sites = self.0.sites();
        sites
            .requests
            .borrow_mut()
            .push((self.0.now(), url.clone()));
        self.0.assert_wanted(&url);
        let open = Open::new(&self.0, &url, request.zone);
        let gone = sites.gone.get();
        if sites.offline.get() {
            self.0.sleep(5).await;
            return Err(NetworkError::Offline);
        }
        match sites.reply(&self.0, &url) {
            Reply::Page(page) => {
                self.0.sleep(page.latency).await;
                sites.cross(&self.0, gone).await?;
                let mut head = page.head;
                if head.url.is_empty() {
                    head.url = url;
                }
                if head.status == 0 {
                    head.status = 200;
                }
                if head.content_type.is_none() {
                    head.content_type = Some("text/html; charset=utf-8".into());
                }
                Ok(SimResponse {
                    world: self.0.clone(),
                    head,
                    body: page.body.into(),
                    end: page.end.map(|end| *end),
                    way: page.way,
                    way_is_silent: page.way_is_silent,
                    gone,
                    _open: open,
                })
            }
            Reply::Error(latency, error) => {
                self.0.sleep(latency).await;
                Err(error)
            }
            Reply::Silence => std::future::pending().await,
            Reply::Kill => {
                self.0.crash();
                std::future::pending().await
            }
        }
    }

    fn is_online(&self) -> bool {
        !self.0.sites().offline.get()
    }
}

pub struct SimResponse {
    world: World,
    head: ResponseHead,
    body: VecDeque<(Millis, Vec<u8>)>,
    end: Option<Reply>,
    way: Option<(Zone, Zone)>,
    way_is_silent: bool,
    gone: u32,
    _open: Open,
}

impl Response for SimResponse {
    fn head(&self) -> &ResponseHead {
        &self.head
    }

    async fn way(&self) -> Option<Way> {
        self.world.sleep(1).await;
        if self.way_is_silent {
            std::future::pending::<()>().await;
        }
        self.way.map(|(first, last)| Way { first, last })
    }

    async fn chunk(&mut self) -> Result<Option<Vec<u8>>, NetworkError> {
        if let Some((delay, bytes)) = self.body.pop_front() {
            self.world.sleep(delay).await;
            self.world.sites().cross(&self.world, self.gone).await?;
            return Ok(Some(bytes));
        }
        match self.end.take() {
            Some(Reply::Error(delay, error)) => {
                self.world.sleep(delay).await;
                Err(error)
            }
            Some(Reply::Silence) => std::future::pending().await,
            Some(Reply::Kill) => {
                self.world.crash();
                std::future::pending().await
            }
            _ => Ok(None),
        }
    }
}

/// A request that is open until this is dropped.
struct Open {
    world: World,
    host: Rc<str>,
}

impl Open {
    fn new(world: &World, url: &str, zone: Zone) -> Self {
        let host: Rc<str> = host_of(url).into();
        let sites = world.sites();
        let busy = sites.open.borrow().values().any(|open| *open > 0);
        let before = sites.zone.replace(Some(zone)).filter(|_| busy);
        let alone = before.is_none_or(|before| before == zone);
        assert!(
            alone,
            "{url} is asked for while requests of another zone are open"
        );
        let mut open = sites.open.borrow_mut();
        let here = open.entry(host.to_string()).or_default();
        *here += 1;
        sites
            .most_at_a_host
            .set(sites.most_at_a_host.get().max(*here));
        sites.most.set(sites.most.get().max(open.values().sum()));
        Self {
            world: world.clone(),
            host,
        }
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        let mut open = self.world.sites().open.borrow_mut();
        if let Some(here) = open.get_mut(&*self.host) {
            *here -= 1;
        }
    }
}

fn host_of(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.split(['/', ':', '?', '#']).next().unwrap_or(rest)
}
